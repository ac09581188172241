package org.facedesk.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeAccounts;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditAction;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.facedesk.store.seal.StationKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test asks first
class VouchersTest {
  private static final String PASSWORD = "correct horse battery";

  private final Store store =
      JdbcStore.open(new StoreLocation.Memory(), new StationKey(new byte[StationKey.LENGTH]));
  private final LoginServices services = FakeAccounts.over(store, Instant::now);
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<String> granted = new ArrayList<>();
  private final OneDialog dialog = new OneDialog();

  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void ask() {
    services.operators().found("Grace", PASSWORD.toCharArray());
    Vouchers vouchers =
        new Vouchers(
            services.signIn(),
            FakeWindow.signedIn(Role.OPERATOR),
            new Background(work::add, Runnable::run),
            dialog,
            () -> Texts.of(Locale.ENGLISH));
    onFx(() -> {
      vouchers.ask(
          Role.SUPERVISOR,
          new Dialogs.Question("Unlock?", "They may try again.", "Unlock"),
          (actor, reason) -> granted.add(actor.name()));
      find("vouch-name", TextField.class).setText("Grace");
      find("vouch-password", PasswordField.class).setText(PASSWORD);
    });
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static void onFx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5000, action);
  }

  private void looked() {
    while (!work.isEmpty()) {
      onFx(work.remove());
    }
  }

  private <T extends Node> T find(String id, Class<T> type) {
    return type.cast(dialog.content.lookup("#" + id));
  }

  @Test
  void aSupervisorSignsForADecision() {
    onFx(() -> find("dialog-agree", Button.class).fire());
    looked();
    assertThat(granted).hasSize(1);
    assertThat(dialog.closed).isTrue();
  }

  @Test
  void whatIsDeclinedWhileThePasswordIsLookedAtIsNotDone() {
    onFx(() -> {
      find("dialog-agree", Button.class).fire();
      dialog.declined.run();
    });
    looked();
    assertThat(granted).isEmpty();
  }

  @Test
  void theButtonThatDeclinesDeclinesToo() {
    onFx(() -> {
      find("dialog-agree", Button.class).fire();
      ((Button) find("dialog-agree", Button.class).getParent().getChildrenUnmodifiable().getFirst())
          .fire();
    });
    looked();
    assertThat(granted).isEmpty();
  }

  @Test
  void enterOnceMoreDoesNotCountAsATry() {
    onFx(() -> {
      PasswordField password = find("vouch-password", PasswordField.class);
      password.fireEvent(new ActionEvent());
      password.fireEvent(new ActionEvent());
    });
    looked();
    assertThat(granted).hasSize(1);
    assertThat(store.audit().page(0, 20))
        .extracting(Audit.Entry::event)
        .noneMatch(event -> event.action().equals(AuditAction.OPERATOR_SIGN_IN_REFUSED.code()));
  }

  /** Holds what it was given to show. */
  private static final class OneDialog implements Dialogs {
    Node content = new VBox();
    Runnable declined = () -> {};
    boolean closed;

    @Override
    public void ask(Question question, Consumer<String> agreed) {
      throw new UnsupportedOperationException("an operator cannot decide alone");
    }

    @Override
    public void tell(String title, String words) {
      throw new UnsupportedOperationException("there is nothing to tell");
    }

    @Override
    public Shown show(String title, Node shown, Runnable whenDeclined) {
      content = shown;
      declined = whenDeclined;
      return () -> closed = true;
    }
  }
}
