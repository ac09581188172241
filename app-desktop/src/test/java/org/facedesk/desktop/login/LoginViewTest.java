package org.facedesk.desktop.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeAccounts;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.records.Shots;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class LoginViewTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final LoginServices services = FakeAccounts.over(() -> NOON);
  private final LoginViewModel model =
      new LoginViewModel(services, new SignedIn(), RecordsStation.atOnce(), () -> false);

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    station.close();
  }

  @Test
  void aPasswordIsNotTakenWhileItsNameIsLocked() throws TimeoutException {
    services.operators().found("Grace", "correct horse battery".toCharArray());
    model.start();
    for (int i = 0; i < 5; i++) {
      model.signIn("Grace", "something else".toCharArray());
    }
    Texts texts = Texts.of(Locale.ENGLISH);
    Scene scene =
        Shots.show(
            () -> new LoginView(model, texts, station.around(RecordsStation.atOnce()).appearance()),
            texts,
            Theme.LIGHT,
            1024,
            600);
    TextField name = OnFx.find(scene, "#name", TextField.class);
    PasswordField password = OnFx.find(scene, "#password", PasswordField.class);
    Button go = OnFx.find(scene, "#go", Button.class);
    assertThat(go.isDisabled()).as("nobody is named yet").isFalse();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          name.setText("grace");
          password.setText("correct horse battery");
          password.requestFocus();
        });
    assertThat(go.isDisabled()).isTrue();
    new FxRobot().type(KeyCode.ENTER);
    assertThat(password.getText()).isEqualTo("correct horse battery");
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> name.setText("Ada"));
    assertThat(go.isDisabled()).isFalse();
    assertThat(password.getText()).isEqualTo("correct horse battery");
  }

  @Test
  void nobodyElseIsLetOnWhileThePasswordOfALockedWindowIsLookedAt() throws TimeoutException {
    List<Runnable> work = new ArrayList<>();
    SignedIn grace = new SignedIn(new Operator(UUID.randomUUID(), "Grace", Role.OPERATOR));
    LoginViewModel slow =
        new LoginViewModel(services, grace, new Background(work::add, Runnable::run), () -> false);
    slow.lock(false);
    work.clear();
    Texts texts = Texts.of(Locale.ENGLISH);
    Scene scene =
        Shots.show(
            () -> new LoginView(slow, texts, station.around(RecordsStation.atOnce()).appearance()),
            texts,
            Theme.LIGHT,
            1024,
            600);
    Button other = OnFx.find(scene, "#other", Button.class);
    assertThat(other.isDisabled()).isFalse();

    WaitForAsyncUtils.waitForAsyncFx(5000, () -> slow.unlock("a wrong password".toCharArray()));
    assertThat(other.isDisabled()).isTrue();

    WaitForAsyncUtils.waitForAsyncFx(5000, () -> work.forEach(Runnable::run));
    assertThat(other.isDisabled()).isFalse();
  }
}
