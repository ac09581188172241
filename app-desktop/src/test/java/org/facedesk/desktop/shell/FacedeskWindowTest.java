package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.CaptureSettings;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test opens a window first
class FacedeskWindowTest {
  private static final StationStatus STATUS =
      new StationStatus("https://localhost:8443", "H2", 128, 2);

  private final List<String> cssFaults = new ArrayList<>();
  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private FacedeskWindow window;

  private void open(Theme theme) throws TimeoutException {
    open(FakeWindow.services(theme, STATUS));
  }

  private void open(WindowServices services) throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    window =
        FxToolkit.setupFixture(() -> {
          CssParser.errorsProperty()
              .addListener(
                  (ListChangeListener<CssParser.ParseError>)
                      change -> change.getList().forEach(e -> cssFaults.add(e.getMessage())));
          return FacedeskWindow.show(stage, services);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @AfterEach
  void close() throws TimeoutException, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    FxToolkit.setupFixture(() -> window.close(closed::countDown));
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    FxToolkit.cleanupStages();
  }

  @ParameterizedTest
  @EnumSource
  void everyScreenLoadsInEachTheme(Theme theme) throws TimeoutException {
    open(theme);
    Parent root = stage.getScene().getRoot();
    assertThat(cssFaults).isEmpty();
    assertThat(OnFx.read(() -> root.lookupAll(".step-pane"))).isNotEmpty();
    Labeled prompt = OnFx.find(stage.getScene(), "#prompt", Labeled.class);
    double brightness = ((Color) prompt.getTextFill()).getBrightness();
    assertThat(brightness).satisfies(b -> assertThat(b > 0.5).isEqualTo(theme == Theme.DARK));
  }

  @Test
  void theStatusBarTellsOfServerStoreAndPeople() throws TimeoutException {
    open(Theme.LIGHT);
    awaitText("#server", "https://localhost:8443");
    awaitText("#people", "128");
    awaitText("#sessions", "2");
    awaitText("#camera", "Front camera");
  }

  @Test
  void theStatusBarTellsOfAServerThatCannotListen() throws TimeoutException {
    open(FakeWindow.services(Theme.LIGHT, new StationStatus("", true, "H2", 0, 0)));
    awaitText("#server", "not listening");
  }

  @Test
  void theThemeButtonTurnsTheWholeWindow() throws TimeoutException {
    open(Theme.LIGHT);
    Button theme = OnFx.find(stage.getScene(), "#theme", Button.class);
    assertThat(theme.getAccessibleText()).isEqualTo("Dark theme");
    robot.interact(theme::fire);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(theme.getAccessibleText()).isEqualTo("Light theme");
  }

  @Test
  void anOperatorSeesOnlyWhatTheRolePermits() throws TimeoutException {
    open(
        FakeWindow.services(
            Theme.LIGHT, Locale.ENGLISH, STATUS, FakeWindow.signedIn(Role.OPERATOR), List.of()));
    assertThat(OnFx.find(stage.getScene(), "#nav-enroll", Node.class)).isNotNull();
    assertThat(OnFx.<@Nullable Node>read(() -> stage.getScene().lookup("#nav-operators"))).isNull();
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
    assertThat(stage.getTitle()).isEqualTo("Facedesk – Who");
  }

  @Test
  void whoeverSignsInSeesWhichScreenIsShown() throws TimeoutException {
    SignedIn nobody = new SignedIn();
    open(FakeWindow.services(Theme.LIGHT, Locale.ENGLISH, STATUS, nobody, List.of()));
    assertThat(stage.getTitle()).isEqualTo("Facedesk – First start");
    robot.interact(() -> {
      OnFx.find(stage.getScene(), ".login #name", TextField.class).setText("Grace Hopper");
      OnFx.find(stage.getScene(), ".login #password", PasswordField.class)
          .setText("a few words in a row");
      OnFx.find(stage.getScene(), ".login #repeated", PasswordField.class)
          .setText("a few words in a row");
      OnFx.find(stage.getScene(), ".login #go", Button.class).fire();
    });
    awaitTitle("Facedesk – Who");
    assertThat(OnFx.find(stage.getScene(), "#nav-enroll", ToggleButton.class).isSelected())
        .isTrue();
    assertThat(OnFx.find(stage.getScene(), "#nav-check", ToggleButton.class).isSelected())
        .isFalse();
  }

  @Test
  void aDeskThatIsSetToBeginsByPractising() throws TimeoutException {
    FakeDesk desk = new FakeDesk();
    CaptureSettings usual = CaptureSettings.BUILT_IN;
    desk.set(new CaptureSettings(usual.quality(), usual.policy(), false, true, false));
    open(FakeWindow.services(desk));
    OnFx.await(() ->
        OnFx.find(stage.getScene(), "#practiceBand", Node.class).isVisible()
            && !desk.practice.isEmpty());
    assertThat(OnFx.find(stage.getScene(), ".preview-pane > .image-view", Node.class).getScaleX())
        .isEqualTo(1);
  }

  @Test
  void theKeyboardGoesFromScreenToScreen() throws TimeoutException {
    open(Theme.LIGHT);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
    awaitTitle("Facedesk – Operators");
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    awaitTitle("Facedesk – Who");
    OnFx.await(() -> OnFx.find(stage.getScene(), "#userId", Node.class).isFocused());
  }

  @Test
  void aChangeOfLanguageKeepsWhatWasEntered() throws TimeoutException {
    open(Theme.LIGHT);
    TextField before = OnFx.find(stage.getScene(), "#userId", TextField.class);
    robot.interact(() -> before.setText("E-1024"));
    MenuButton languages = OnFx.find(stage.getScene(), "#language", MenuButton.class);
    robot.interact(() -> languages.getItems().getLast().fire());
    TextField after = OnFx.find(stage.getScene(), "#userId", TextField.class);
    assertThat(after).isNotSameAs(before);
    assertThat(after.getText()).isEqualTo("E-1024");
    assertThat(after.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
    assertThat(
            OnFx.find(stage.getScene(), ".preview-pane", Node.class).getEffectiveNodeOrientation())
        .isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    assertThat(stage.getTitle()).isEqualTo("Facedesk – من");
  }

  @Test
  void aScreenIsToldThatItIsCovered() throws TimeoutException {
    List<String> told = new ArrayList<>();
    Room room =
        around ->
            new Place(
                "audit",
                MaterialDesignA.ACCOUNT,
                Role.OPERATOR,
                texts ->
                    new Screen() {
                      private final Parent root = new StackPane();

                      @Override
                      public Parent root() {
                        return root;
                      }

                      @Override
                      public void covered() {
                        told.add("covered");
                      }

                      @Override
                      public void left() {
                        told.add("left");
                      }
                    });
    open(
        FakeWindow.services(
            Theme.LIGHT,
            Locale.ENGLISH,
            STATUS,
            FakeWindow.signedIn(Role.ADMINISTRATOR),
            List.of(room)));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT6).release(KeyCode.CONTROL);
    robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    awaitTitle("Facedesk – Locked");
    assertThat(told).containsExactly("covered");
  }

  @Test
  void aLockedWindowShowsNothingAndKeepsEverything() throws TimeoutException {
    open(Theme.LIGHT);
    TextField id = OnFx.find(stage.getScene(), "#userId", TextField.class);
    robot.interact(() -> id.setText("E-1024"));
    robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    awaitTitle("Facedesk – Locked");
    assertThat(
            id.isVisible()
                && OnFx.find(stage.getScene(), ".shell", Node.class)
                    .getParent()
                    .getParent()
                    .isVisible())
        .isFalse();
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
    assertThat(stage.getTitle()).isEqualTo("Facedesk – Locked");
    assertThat(id.getText()).isEqualTo("E-1024");
  }

  @Test
  void whilePractisingEveryOtherScreenSaysThatItIsInEarnest() throws TimeoutException {
    FakeDesk desk = new FakeDesk();
    desk.signIn(Role.ADMINISTRATOR);
    open(FakeWindow.services(desk));
    awaitSeen("#practise", true);
    robot.interact(() -> OnFx.find(stage.getScene(), "#practise", Button.class).fire());
    awaitSeen("#practiceBand", true);
    awaitSeen("#earnestBand", false);
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT8).release(KeyCode.CONTROL);
    awaitTitle("Facedesk – Operators");
    awaitSeen("#earnestBand", true);
    robot.interact(() -> OnFx.find(stage.getScene(), "#leavePractice", Button.class).fire());
    awaitSeen("#earnestBand", false);
    OnFx.await(() -> desk.practice.contains("left"));
  }

  @Test
  void aReviewIsLockedLikeAFormAndLosesNothing() throws TimeoutException {
    FakeDesk desk = new FakeDesk();
    AtomicReference<Duration> idleAfter = new AtomicReference<>(Duration.ZERO);
    open(FakeWindow.services(desk, idleAfter::get));
    awaitReady();
    robot.interact(() -> {
      OnFx.find(stage.getScene(), "#userId", TextField.class).setText("E-1024");
      OnFx.find(stage.getScene(), "#agree", CheckBox.class).fire();
      OnFx.find(stage.getScene(), "#go", Button.class).fire();
      OnFx.find(stage.getScene(), "#start", Button.class).fire();
    });
    OnFx.await(() -> !desk.sessions.requests.isEmpty());
    robot.press(KeyCode.CONTROL).type(KeyCode.L).release(KeyCode.CONTROL);
    assertThat(stage.getTitle()).isEqualTo("Facedesk – Capturing");
    desk.sessions.answer(frame -> FakeDesk.pending());
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> {
          desk.feeds.present().frame(Pictures.face(0, 0));
          return OnFx.read(() -> stage.getTitle().equals("Facedesk – Review"));
        });
    idleAfter.set(Duration.ofMillis(1));
    awaitTitle("Facedesk – Locked");
    assertThat(OnFx.find(stage.getScene(), "#reviewPerson", Labeled.class).getText())
        .contains("E-1024");
    assertThat(desk.sessions.cancelled).isEmpty();
  }

  private void awaitReady() throws TimeoutException {
    OnFx.await(() -> !OnFx.find(stage.getScene(), "#absent", Node.class).isVisible());
  }

  private void awaitSeen(String query, boolean seen) throws TimeoutException {
    OnFx.await(() -> OnFx.find(stage.getScene(), query, Node.class).isVisible() == seen);
  }

  private void awaitTitle(String title) throws TimeoutException {
    OnFx.await(() -> stage.getTitle().equals(title));
  }

  private void awaitText(String query, String text) throws TimeoutException {
    Label label = OnFx.find(stage.getScene(), query, Label.class);
    OnFx.await(() -> label.getText().equals(text));
  }
}
