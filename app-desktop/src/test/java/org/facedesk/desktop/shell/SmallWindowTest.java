package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The smallest window, 1024×600: what a screen of 1280×720 at 125 % and one of 2048×1200 at 200 %
 * leave. Nothing that has to be pressed may be cut off, in any language.
 */
@SuppressWarnings("NullAway.Init") // each test opens a window first
class SmallWindowTest {
  private static final StationStatus STATUS =
      new StationStatus(
          "https://station.example.org:8443", "PostgreSQL db.example.org/face", 12345, 12);
  private static final double WIDTH = 1024;
  private static final double HEIGHT = 600;

  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private FacedeskWindow window;

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  private void open(Locale language) throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    window =
        FxToolkit.setupFixture(() -> {
          FacedeskWindow shown =
              FacedeskWindow.show(
                  stage,
                  FakeWindow.services(
                      Theme.LIGHT,
                      language,
                      STATUS,
                      FakeWindow.signedIn(Role.ADMINISTRATOR),
                      List.of()));
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
          return shown;
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
  @MethodSource("languages")
  void noActionIsCutOff(Locale language) throws TimeoutException {
    open(language);
    Set<String> cut = new TreeSet<>();
    for (Node entry : stage.getScene().getRoot().lookupAll(".navigation-entry")) {
      robot.interact(((ToggleButton) entry)::fire);
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(() -> {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        for (Node node : stage.getScene().getRoot().lookupAll(".button")) {
          if (node instanceof Button button && seen(button) && isCutOff(button)) {
            cut.add(entry.getId() + ": " + button.getId() + " " + button.getText());
          }
        }
      });
    }
    assertThat(cut).isEmpty();
  }

  private static boolean isCutOff(Button button) {
    Bounds at = button.localToScene(button.getLayoutBounds());
    boolean outside =
        at.getMinX() < -1
            || at.getMinY() < -1
            || at.getMaxX() > WIDTH + 1
            || at.getMaxY() > HEIGHT + 1;
    Node words = button.lookup(".text");
    boolean shortened =
        words instanceof Text text
            && !button.getText().isEmpty()
            && !text.getText().equals(button.getText());
    return outside || shortened;
  }

  private static boolean seen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
