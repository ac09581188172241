package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.sessions.SessionsDesk;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** A window whose operator went, whichever place was shown. */
@SuppressWarnings("NullAway.Init") // a window is opened before each test
class SignedOutWindowTest {
  private static final String PASSWORD = "a few words in a row";

  private final RecordsStation station = new RecordsStation(Role.ADMINISTRATOR);
  private final SessionsDesk sessions = new SessionsDesk(station);
  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private FacedeskWindow window;

  @BeforeEach
  void open() throws TimeoutException {
    WindowServices services =
        FakeWindow.services(
            Theme.LIGHT,
            Locale.ENGLISH,
            new StationStatus("", "H2", 0, 0),
            new SignedIn(),
            RecordRooms.over(station, sessions));
    services.login().operators().found("Grace", PASSWORD.toCharArray());
    stage = FxToolkit.registerPrimaryStage();
    window = FxToolkit.setupFixture(() -> FacedeskWindow.show(stage, services));
    awaitTitle("Facedesk – Sign in");
  }

  @AfterEach
  void close() throws TimeoutException, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    FxToolkit.setupFixture(() -> window.close(closed::countDown));
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    FxToolkit.cleanupStages();
    station.close();
  }

  @ParameterizedTest
  @CsvSource({
    "DIGIT3, nav-people",
    "DIGIT4, nav-sessions",
    "DIGIT5, nav-clients",
    "DIGIT6, nav-audit",
    "DIGIT8, nav-operators"
  })
  void theCoverSpeaksAnotherLanguageAndThePlaceIsThereForTheNext(KeyCode digit, String entry) {
    signIn();
    robot.press(KeyCode.CONTROL).type(digit).release(KeyCode.CONTROL);
    OnFx.await(() -> chosen(entry));
    robot.interact(() -> menu("#operator").getItems().getLast().fire());
    awaitTitle("Facedesk – Sign in");
    robot.interact(() -> menu(".login #language").getItems().get(2).fire()); // Spanish
    OnFx.await(() -> find(".login #go", Button.class).getText().equals("Iniciar sesión"));
    signIn();
    OnFx.await(() -> chosen(entry));
    assertThat(find("#" + entry, Node.class).getScene()).isNotNull();
  }

  @Test
  void aSecretThatIsShownIsGoneWhenItsOperatorSignsOut() {
    signIn();
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT5).release(KeyCode.CONTROL);
    OnFx.await(() -> chosen("nav-clients"));
    robot.interact(() -> {
      find("#create", Button.class).fire();
      find("#form #name", TextField.class).setText("Reception");
      find("#form #save", Button.class).fire();
    });
    OnFx.await(() -> find("#apiSecret", TextField.class).getText().startsWith("fs_"));
    robot.interact(() -> menu("#operator").getItems().getLast().fire());
    signIn();
    OnFx.await(() -> chosen("nav-clients"));
    assertThat(find("#apiSecret", TextField.class).getText()).isEmpty();
    assertThat(find("#apiKey", TextField.class).getText()).isEmpty();
  }

  private void signIn() {
    robot.interact(() -> {
      find(".login #name", TextField.class).setText("Grace");
      find(".login #password", PasswordField.class).setText(PASSWORD);
      find(".login #go", Button.class).fire();
    });
    OnFx.await(() -> !OnFx.find(stage.getScene(), ".login", Node.class).getParent().isVisible());
  }

  private boolean chosen(String entry) {
    return OnFx.read(() ->
        stage.getScene().lookup("#" + entry) instanceof ToggleButton shown && shown.isSelected());
  }

  private MenuButton menu(String query) {
    return find(query, MenuButton.class);
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(stage.getScene(), query, type);
  }

  private void awaitTitle(String title) {
    OnFx.await(() -> title.equals(stage.getTitle()));
  }
}
