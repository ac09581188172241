package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.Role;
import org.facedesk.desktop.enroll.FakeWindow;
import org.facedesk.desktop.records.RecordsStation;
import org.facedesk.desktop.sessions.SessionsDesk;
import org.facedesk.desktop.settings.FakeSettings;
import org.facedesk.desktop.settings.SettingsRoom;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.Room;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.store.ClientRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The smallest window, 960×540: what a screen of 1920×1080 at 200 % leaves. Nothing that has to be
 * pressed or ticked may be cut off, in any language, neither there nor on a common laptop.
 */
@SuppressWarnings("NullAway.Init") // each test opens a window first
class SmallWindowTest {
  private static final StationStatus STATUS =
      new StationStatus(
          "https://station.example.org:8443", "PostgreSQL db.example.org/face", 12345, 12);
  private static final double WIDTH = 960;
  private static final double HEIGHT = 540;

  /** A common laptop's screen: other lines break there. */
  private static final double COMMON_WIDTH = 1366;

  private static final double COMMON_HEIGHT = 768;

  @TempDir private Path folder;
  private final RecordsStation records = new RecordsStation(Role.ADMINISTRATOR);
  private final FxRobot robot = new FxRobot();
  private Stage stage;
  private FacedeskWindow window;

  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  /** Every room, with long names and a session that goes on. */
  private List<Room> rooms() {
    new ClientAdministration(records.store, records.clock)
        .create("Visitors’ registration, building B", ClientRecord.Envelope.API_KEY);
    ClientRecord app =
        records.store.clients().all().stream()
            .filter(client -> !client.builtIn())
            .findAny()
            .orElseThrow();
    records.person("E-1024", "Maria Fernanda de la Concepcion Rodriguez-Villanueva y Castellanos");
    SessionsDesk sessions = new SessionsDesk(records);
    sessions.begin(app, "visitor-000000000000000000001", Guidance.TURN_HEAD);
    return Stream.concat(
            RecordRooms.over(records, sessions).stream(),
            Stream.of(new SettingsRoom(new FakeSettings(folder, Map.of()).services())))
        .toList();
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
                      rooms()));
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
    records.close();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void noActionIsCutOff(Locale language) throws TimeoutException {
    open(language);
    Set<String> cut = new TreeSet<>(cutOff());
    robot.interact(() -> {
      stage.setWidth(COMMON_WIDTH);
      stage.setHeight(COMMON_HEIGHT);
    });
    cut.addAll(cutOff());
    assertThat(cut).isEmpty();
  }

  /** What is cut off in any of the places, at the size that the window has. */
  private Set<String> cutOff() {
    Set<String> cut = new TreeSet<>();
    for (Node entry : OnFx.read(() -> stage.getScene().getRoot().lookupAll(".navigation-entry"))) {
      robot.interact(((ToggleButton) entry)::fire);
      WaitForAsyncUtils.waitForFxEvents();
      robot.interact(() -> {
        stage.getScene().getRoot().applyCss();
        stage.getScene().getRoot().layout();
        for (String kind : List.of(".button", ".check-box", ".radio-button")) {
          for (Node node : stage.getScene().getRoot().lookupAll(kind)) {
            if (node instanceof ButtonBase button && seen(button) && isCutOff(button)) {
              cut.add(
                  "%s at %.0f: %s %s"
                      .formatted(
                          entry.getId(), stage.getWidth(), button.getId(), button.getText()));
            }
          }
        }
      });
    }
    return cut;
  }

  private boolean isCutOff(ButtonBase button) {
    Bounds at = button.localToScene(button.getLayoutBounds());
    boolean outside =
        at.getMinX() < -1
            || at.getMaxX() > stage.getWidth() + 1
            || (!scrolls(button) && (at.getMinY() < -1 || at.getMaxY() > stage.getHeight() + 1));
    Node words = button.lookup(".text");
    boolean shortened =
        words instanceof Text text
            && !button.getText().isEmpty()
            && !text.getText().equals(button.getText());
    return outside || shortened;
  }

  /** What is scrolled to may begin below. */
  private static boolean scrolls(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof ScrollPane) {
        return true;
      }
    }
    return false;
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
