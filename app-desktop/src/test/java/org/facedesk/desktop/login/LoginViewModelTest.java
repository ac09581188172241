package org.facedesk.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.OperatorView;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeAccounts;
import org.facedesk.desktop.login.LoginScreen.Cover;
import org.facedesk.desktop.login.LoginScreen.Notice;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.store.Audit;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.facedesk.store.seal.StationKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginViewModelTest {
  private static final String PASSWORD = "correct horse battery";

  private boolean capturing;
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private final Store store =
      JdbcStore.open(new StoreLocation.Memory(), new StationKey(new byte[StationKey.LENGTH]));
  private final SignedIn signedIn = new SignedIn();
  private final LoginServices services = FakeAccounts.over(store, () -> now);
  private final LoginViewModel model =
      new LoginViewModel(
          services, signedIn, new Background(Runnable::run, Runnable::run), () -> capturing);

  @BeforeEach
  void open() {
    model.start();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static char[] typed(String password) {
    return password.toCharArray();
  }

  private void founded() {
    model.found("Grace", typed(PASSWORD), typed(PASSWORD));
  }

  private List<String> trail() {
    return store.audit().page(0, 20).stream()
        .map(Audit.Entry::event)
        .map(event -> event.action())
        .toList();
  }

  @Test
  void theFirstStartMakesTheAdministratorAndLetsThemIn() {
    assertThat(model.screen().cover()).isEqualTo(Cover.FIRST_START);
    char[] password = typed(PASSWORD);
    char[] repeated = typed(PASSWORD);
    model.found("Grace", password, repeated);
    assertThat(model.open()).isTrue();
    assertThat(signedIn.operator()).map(Operator::role).contains(Role.ADMINISTRATOR);
    assertThat(password).containsOnly('\0');
    assertThat(repeated).containsOnly('\0');
    assertThat(trail()).containsExactly("operator.signed_in", "operator.founded");
  }

  @Test
  void theFirstPasswordIsTypedTwiceAlike() {
    model.found("Grace", typed(PASSWORD), typed("correct horse batterie"));
    assertThat(model.screen().notice()).isEqualTo(Notice.NOT_THE_SAME);
    assertThat(model.screen().cover()).isEqualTo(Cover.FIRST_START);
  }

  @Test
  void aWeakFirstPasswordIsExplained() {
    model.found("Grace", typed("short"), typed("short"));
    assertThat(model.screen().notice()).isEqualTo(Notice.PASSWORD_TOO_SHORT);
  }

  @Test
  void aWrongPasswordIsRefusedAndTheRightOneLetsIn() {
    founded();
    model.signOut();
    assertThat(signedIn.operator()).isEmpty();
    model.signIn("Grace", typed("something else"));
    assertThat(model.screen().notice()).isEqualTo(Notice.REFUSED);
    model.signIn("grace", typed(PASSWORD));
    assertThat(model.open()).isTrue();
  }

  @Test
  void tooManyWrongPasswordsLockForAWhileThatIsShown() {
    founded();
    model.signOut();
    for (int i = 0; i < 5; i++) {
      model.signIn("Grace", typed("something else"));
    }
    assertThat(model.screen().notice()).isEqualTo(Notice.LOCKED_OUT);
    assertThat(model.screen().seconds()).isEqualTo(30);
    model.signIn("Grace", typed(PASSWORD));
    assertThat(model.open()).isFalse();
    now = now.plusSeconds(30);
    model.tick();
    assertThat(model.screen().notice()).isNull();
    model.signIn("Grace", typed(PASSWORD));
    assertThat(model.open()).isTrue();
  }

  @Test
  void aLockedWindowOpensForItsOperatorsPasswordOnly() {
    founded();
    model.lock(true);
    assertThat(model.screen().cover()).isEqualTo(Cover.LOCKED);
    assertThat(model.screen().name()).isEqualTo("Grace");
    assertThat(signedIn.operator()).isPresent();
    model.unlock(typed("something else"));
    assertThat(model.open()).isFalse();
    model.unlock(typed(PASSWORD));
    assertThat(model.open()).isTrue();
    assertThat(trail())
        .startsWith("operator.confirmed", "operator.sign_in_refused", "operator.window_locked");
  }

  @Test
  void someoneElseMaySignInAtALockedWindow() {
    founded();
    model.lock(false);
    model.signOut();
    assertThat(model.screen().cover()).isEqualTo(Cover.SIGN_IN);
    assertThat(trail()).startsWith("operator.signed_out");
  }

  private Operator colleague(Role role) {
    OperatorResult made =
        services.operators().create(Actor.COMMAND_LINE, "Ada", role, typed(PASSWORD));
    OperatorView view = ((OperatorResult.Done) made).operator();
    return new Operator(view.id(), view.name(), role);
  }

  /** Time passes, and the window's clock ticks. */
  private void later(int seconds) {
    now = now.plusSeconds(seconds);
    model.tick();
  }

  @Test
  void whoseAccountIsSwitchedOffElsewhereIsSignedOutWithinSecondsAndTold() {
    founded();
    Operator ada = colleague(Role.SUPERVISOR);
    model.signOut();
    model.signIn("Ada", typed(PASSWORD));
    later(1);
    services.operators().setActive(Actor.COMMAND_LINE, ada.id(), false);
    later(2);
    assertThat(signedIn.operator()).isEmpty();
    assertThat(model.screen().cover()).isEqualTo(Cover.SIGN_IN);
    assertThat(model.screen().notice()).isEqualTo(Notice.NOT_ACTIVE);
  }

  @Test
  void whoseRoleIsChangedElsewhereHasTheOtherWithinSeconds() {
    founded();
    Operator ada = colleague(Role.SUPERVISOR);
    model.signOut();
    model.signIn("Ada", typed(PASSWORD));
    later(1);
    List<Boolean> told = new ArrayList<>();
    model.listen(screen -> told.add(model.open()));
    services.operators().changeRole(Actor.COMMAND_LINE, ada.id(), Role.OPERATOR);
    told.clear();
    later(2);
    assertThat(signedIn.operator()).map(Operator::role).contains(Role.OPERATOR);
    assertThat(signedIn.covering(Role.SUPERVISOR)).isEmpty();
    assertThat(told).contains(true);
  }

  @Test
  void whoseAccountIsSwitchedOffDuringACaptureIsSignedOutWhenItHasEnded() {
    founded();
    Operator ada = colleague(Role.SUPERVISOR);
    model.signOut();
    model.signIn("Ada", typed(PASSWORD));
    later(1);
    services.operators().setActive(Actor.COMMAND_LINE, ada.id(), false);
    capturing = true;
    later(4);
    assertThat(model.open()).isTrue();
    assertThat(signedIn.operator()).isPresent();
    capturing = false;
    later(1);
    assertThat(signedIn.operator()).isEmpty();
    assertThat(model.screen().notice()).isEqualTo(Notice.NOT_ACTIVE);
  }

  @Test
  void anAnswerThatComesDuringACaptureWaitsForItsEnd() {
    founded();
    Operator ada = colleague(Role.SUPERVISOR);
    SignedIn adas = new SignedIn(ada);
    List<Runnable> later = new ArrayList<>();
    LoginViewModel slow =
        new LoginViewModel(
            services, adas, new Background(later::add, Runnable::run), () -> capturing);
    services.operators().setActive(Actor.COMMAND_LINE, ada.id(), false);
    slow.tick();
    capturing = true;
    later.removeFirst().run();
    assertThat(adas.operator()).isPresent();
    capturing = false;
    now = now.plusSeconds(2);
    slow.tick();
    later.removeFirst().run();
    assertThat(adas.operator()).isEmpty();
  }

  @Test
  void nobodySignsOutWhileAPasswordIsLookedAt() {
    founded();
    model.lock(false);
    List<Runnable> later = new ArrayList<>();
    LoginViewModel slow =
        new LoginViewModel(
            services, signedIn, new Background(later::add, Runnable::run), () -> capturing);
    slow.lock(false);
    later.clear();
    slow.unlock(typed(PASSWORD));
    slow.signOut();
    assertThat(slow.screen().waiting()).isTrue();
    assertThat(signedIn.operator()).isPresent();
    later.forEach(Runnable::run);
    assertThat(slow.open()).isTrue();
  }

  private void gracesNameIsLocked() {
    founded();
    signedIn
        .operator()
        .ifPresent(grace ->
            services
                .operators()
                .create(grace.actor(), "Ada", Role.OPERATOR, typed("analytical engines")));
    model.signOut();
    for (int i = 0; i < 5; i++) {
      model.signIn("Grace", typed("something else"));
    }
  }

  @Test
  void othersSignInWhileOneNameIsLocked() {
    gracesNameIsLocked();
    model.type("Ada");
    assertThat(model.screen().seconds()).isZero();
    assertThat(model.screen().notice()).isNull();
    model.signIn("Ada", typed("analytical engines"));
    assertThat(model.open()).isTrue();
  }

  @Test
  void theTimeThatIsLeftIsShownWhileTheLockedNameIsTyped() {
    gracesNameIsLocked();
    model.type("");
    assertThat(model.screen().seconds()).isZero();
    model.type(" gRACE ");
    assertThat(model.screen().seconds()).isEqualTo(30);
    assertThat(model.screen().notice()).isEqualTo(Notice.LOCKED_OUT);
  }

  @Test
  void aLockedWindowCountsDownForItsOperator() {
    founded();
    model.lock(false);
    for (int i = 0; i < 5; i++) {
      model.unlock(typed("something else"));
    }
    assertThat(model.screen().seconds()).isEqualTo(30);
    model.unlock(typed(PASSWORD));
    assertThat(model.open()).isFalse();
  }
}
