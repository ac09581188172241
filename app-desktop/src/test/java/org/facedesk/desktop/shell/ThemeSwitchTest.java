package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The window in another theme, and its screens left and come back to: nothing but colours changes.
 */
@SuppressWarnings("NullAway.Init") // each test opens a window first
class ThemeSwitchTest {
  private final FxRobot robot = new FxRobot();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final Logger css = Logger.getLogger("javafx.css");
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };
  private Stage stage;
  private FacedeskWindow window;

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aSwitchOfThemeChangesNoFont(String language) throws TimeoutException {
    open(language);
    List<Font> before = fonts();
    for (int i = 0; i < 4; i++) {
      switchTheme();
      assertThat(fonts()).isEqualTo(before);
    }
    assertThat(logged).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void aScreenThatIsComeBackToHasItsFonts(String language) throws TimeoutException {
    open(language);
    List<Font> before = fonts();
    for (int i = 0; i < 2; i++) {
      go("#nav-operators");
      switchTheme();
      go("#nav-enroll");
      assertThat(fonts()).isEqualTo(before);
    }
    assertThat(logged).isEmpty();
  }

  private void open(String language) throws TimeoutException {
    css.addHandler(listener);
    stage = FxToolkit.registerPrimaryStage();
    window =
        FxToolkit.setupFixture(() ->
            FacedeskWindow.show(
                stage,
                FakeWindow.services(
                    Theme.LIGHT,
                    Locale.of(language),
                    new StationStatus("", "H2", 0, 0),
                    FakeWindow.signedIn(Role.ADMINISTRATOR),
                    List.of())));
    pulses();
  }

  private void go(String place) throws TimeoutException {
    robot.interact(() -> OnFx.find(stage.getScene(), place, ToggleButton.class).fire());
    pulses();
  }

  private void switchTheme() throws TimeoutException {
    robot.interact(() -> OnFx.find(stage.getScene(), "#theme", Button.class).fire());
    pulses();
  }

  /** As a window without anybody's hand on it is drawn: styles and layout as the pulses do them. */
  private static void pulses() throws TimeoutException {
    CountDownLatch some = new CountDownLatch(5);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            some.countDown();
          }
        };
    WaitForAsyncUtils.waitForAsyncFx(20_000, timer::start);
    OnFx.await(() -> some.getCount() == 0);
    WaitForAsyncUtils.waitForAsyncFx(20_000, timer::stop);
  }

  /** Of everything that is written for whoever is enrolled. */
  private List<Font> fonts() {
    List<Font> fonts =
        OnFx.read(() ->
            stage.getScene().lookup(".consent-card").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getFont())
                .toList());
    assertThat(fonts).extracting(Font::getSize).contains(26.0, 19.0);
    return fonts;
  }

  @AfterEach
  void close() throws TimeoutException, InterruptedException {
    css.removeHandler(listener);
    CountDownLatch closed = new CountDownLatch(1);
    FxToolkit.setupFixture(() -> window.close(closed::countDown));
    assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
    FxToolkit.cleanupStages();
  }
}
