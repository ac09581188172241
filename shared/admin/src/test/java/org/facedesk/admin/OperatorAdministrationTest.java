package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.assertRefused;

import java.nio.file.Path;
import java.util.UUID;
import org.facedesk.admin.OperatorResult.Reason;
import org.facedesk.core.ErrorCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorAdministrationTest {
  private static final Passwords QUICK = new Passwords(64, 1);
  private static final String PASSWORD = "correct horse battery";

  @TempDir private Path folder;
  private Fixture station;
  private SignIn signIn;
  private OperatorAdministration operators;
  private Operator grace;

  @BeforeEach
  void open() {
    station = new Fixture(folder);
    signIn = new SignIn(station.store, station.clock, QUICK);
    operators = new OperatorAdministration(station.store, station.clock, QUICK, signIn);
    assertThat(operators.founded()).isFalse();
    OperatorView first = done(operators.found("Grace", typed(PASSWORD)));
    grace = new Operator(first.id(), first.name(), first.role());
  }

  @AfterEach
  void close() {
    station.close();
  }

  private static char[] typed(String password) {
    return password.toCharArray();
  }

  private static OperatorView done(OperatorResult result) {
    return ((OperatorResult.Done) result).operator();
  }

  private OperatorView ada(Role role) {
    return done(operators.create(grace.actor(), "Ada", role, typed(PASSWORD)));
  }

  private static void assertNot(Reason reason, OperatorResult result) {
    assertThat(result).isEqualTo(new OperatorResult.Refused(reason));
  }

  @Test
  void theFirstAccountIsAnAdministratorsAndThereIsOneFirst() {
    assertThat(operators.founded()).isTrue();
    assertThat(grace.role()).isEqualTo(Role.ADMINISTRATOR);
    assertNot(Reason.NOT_FIRST, operators.found("Eve", typed(PASSWORD)));
  }

  @Test
  void onlyAnAdministratorKeepsAccounts() {
    for (Role less : new Role[] {Role.OPERATOR, Role.SUPERVISOR}) {
      Actor actor = Actor.operator(UUID.randomUUID(), less);
      assertRefused(ErrorCode.FORBIDDEN, () -> operators.list(actor));
      assertRefused(
          ErrorCode.FORBIDDEN,
          () -> operators.create(actor, "Eve", Role.OPERATOR, typed(PASSWORD)));
      assertRefused(
          ErrorCode.FORBIDDEN, () -> operators.changeRole(actor, grace.id(), Role.OPERATOR));
      assertRefused(ErrorCode.FORBIDDEN, () -> operators.setActive(actor, grace.id(), false));
      assertRefused(
          ErrorCode.FORBIDDEN, () -> operators.resetPassword(actor, grace.id(), typed(PASSWORD)));
      assertRefused(ErrorCode.FORBIDDEN, () -> operators.rename(actor, grace.id(), "Eve"));
    }
  }

  @Test
  void whatAnOperatorMayDoIsWhatTheirAccountSaysNow() {
    Standing standing = new Standing(station.store.operators());
    Actor ada = Actor.operator(ada(Role.SUPERVISOR).id(), Role.SUPERVISOR);
    UUID id = ada.operator().orElseThrow();
    assertThat(standing.now(ada)).isEqualTo(ada);
    assertThat(standing.now(Actor.COMMAND_LINE)).isEqualTo(Actor.COMMAND_LINE);

    operators.changeRole(grace.actor(), id, Role.OPERATOR);
    assertThat(standing.now(ada)).isEqualTo(Actor.operator(id, Role.OPERATOR));
    assertThat(standing.of(id)).map(Operator::role).contains(Role.OPERATOR);

    operators.setActive(grace.actor(), id, false);
    assertRefused(ErrorCode.FORBIDDEN, () -> standing.now(ada));
    assertThat(standing.of(id)).isEmpty();
    assertThat(standing.of(UUID.randomUUID())).isEmpty();
  }

  @Test
  void theLastAdministratorStays() {
    assertNot(
        Reason.LAST_ADMINISTRATOR,
        operators.changeRole(grace.actor(), grace.id(), Role.SUPERVISOR));
    assertNot(Reason.LAST_ADMINISTRATOR, operators.setActive(grace.actor(), grace.id(), false));
    OperatorView ada = ada(Role.ADMINISTRATOR);
    assertThat(done(operators.setActive(grace.actor(), grace.id(), false)).active()).isFalse();
    assertNot(Reason.LAST_ADMINISTRATOR, operators.setActive(grace.actor(), ada.id(), false));
  }

  @Test
  void aNameIsTakenWhateverItsCase() {
    assertNot(
        Reason.NAME_TAKEN,
        operators.create(grace.actor(), "GRACE", Role.OPERATOR, typed(PASSWORD)));
    assertNot(Reason.NAME_TAKEN, operators.rename(grace.actor(), ada(Role.OPERATOR).id(), "grace"));
    assertNot(Reason.NAME_INVALID, operators.rename(grace.actor(), grace.id(), " "));
  }

  @ParameterizedTest
  @CsvSource({
    "short,PASSWORD_TOO_SHORT",
    "aaaaabbbbbaaaaa,PASSWORD_TOO_FEW_DIFFERENT",
    "my name is ADA ok,PASSWORD_HOLDS_NAME"
  })
  void aWeakPasswordIsRefusedWithItsReason(String password, Reason reason) {
    assertNot(reason, operators.create(grace.actor(), "Ada", Role.OPERATOR, typed(password)));
    OperatorView ada = ada(Role.OPERATOR);
    assertNot(reason, operators.resetPassword(grace.actor(), ada.id(), typed(password)));
  }

  @Test
  void aResetPasswordWorksAtOnceAndUnlocks() {
    OperatorView ada = ada(Role.OPERATOR);
    for (int i = 0; i < 6; i++) {
      signIn.signIn("Ada", typed("something else"));
    }
    done(operators.resetPassword(grace.actor(), ada.id(), typed("another long password")));
    assertThat(signIn.signIn("Ada", typed("another long password")))
        .isInstanceOf(SignIn.Result.Welcome.class);
  }

  @Test
  void ownPasswordsAreChangedByWhoKnowsThem() {
    assertNot(
        Reason.PASSWORD_WRONG,
        operators.changeOwnPassword(
            grace, typed("something else"), typed("another long password")));
    char[] next = typed("another long password");
    done(operators.changeOwnPassword(grace, typed(PASSWORD), next));
    assertThat(next).containsOnly('\0');
    assertThat(signIn.signIn("Grace", typed("another long password")))
        .isInstanceOf(SignIn.Result.Welcome.class);
  }

  @Test
  void everyChangeIsInTheTrailWithoutANameOrPassword() {
    OperatorView ada = ada(Role.OPERATOR);
    operators.rename(grace.actor(), ada.id(), "Adele");
    assertThat(station.lastEvent().action()).isEqualTo("operator.renamed");
    assertThat(station.lastEvent().toString()).doesNotContain("Ada", "Adele", PASSWORD);
    assertThat(station.lastEvent().subject()).isEqualTo(ada.id().toString());
    assertThat(station.lastEvent().actor()).isEqualTo("operator:" + grace.id());
  }
}
