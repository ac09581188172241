package org.facedesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.shell.FacedeskWindow;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.OnFx;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Views;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // each test opens the screen first
class SettingsViewTest {
  @TempDir private Path folder;
  private final ExecutorService work = Executors.newSingleThreadExecutor();
  private final FxRobot robot = new FxRobot();
  private final List<String> cssFaults = new ArrayList<>();
  private FakeSettings fake;
  private SettingsViewModel model;
  private SettingsView view;
  private Texts texts;
  private Scene scene;
  private ServerStanding standing = FakeSettings.LISTENING;

  private void open(Role role, Locale language, Theme theme) throws TimeoutException {
    fake = new FakeSettings(folder, Map.of(Setting.HOST, "127.0.0.1"));
    fake.server = standing;
    texts = Texts.of(language);
    Stage stage = FxToolkit.registerPrimaryStage();
    scene =
        FxToolkit.setupFixture(() -> {
          CssParser.errorsProperty()
              .addListener(
                  (ListChangeListener<CssParser.ParseError>)
                      change -> change.getList().forEach(e -> cssFaults.add(e.getMessage())));
          Application.setUserAgentStylesheet(theme.stylesheet());
          model =
              new SettingsViewModel(
                  fake.services(),
                  new SignedIn(new Operator(UUID.randomUUID(), "ada", role)),
                  new Background(work, Platform::runLater),
                  fake.look);
          view = new SettingsView(model, texts, new Picker());
          // as the window does it: on a node, and not on the scene
          StackPane window = new StackPane(view.root());
          window.setNodeOrientation(
              texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
          Scene made = new Scene(window, 1000, 760);
          made.getStylesheets().add(Views.stylesheet(PreviewPane.class, "controls.css"));
          made.getStylesheets().add(Views.stylesheet(FacedeskWindow.class, "shell.css"));
          stage.setScene(made);
          stage.show();
          view.shown();
          return made;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  private final class Picker implements FilePicker {
    @Override
    public Optional<Path> open(String title, Kind... kinds) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> save(String title, String suggestedName, Kind... kinds) {
      return Optional.of(folder.resolve(suggestedName));
    }

    @Override
    public Optional<Path> folder(String title) {
      return Optional.empty();
    }
  }

  @AfterEach
  void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    work.shutdown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "id", "es", "fr", "ar"})
  void everySectionIsDrawnInEveryLanguage(String language) throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.of(language), Theme.DARK);
    for (Section section : Section.values()) {
      choose(section);
      assertThat(find("#title", Label.class).getText())
          .isEqualTo(texts.of("settings.section", section));
      for (Setting setting : section.settings()) {
        Node editor = find("#setting-" + setting.key(), Node.class);
        assertThat(editor.getAccessibleText()).isEqualTo(texts.of("settings.name", setting));
      }
    }
    assertThat(cssFaults).isEmpty();
  }

  @Test
  void aServerThatCannotListenSaysWhyAndWhatToDo() throws TimeoutException {
    standing =
        new ServerStanding("", "", FaultReport.of(FakeSettings.fault(ErrorCode.PORT_IN_USE)));
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    choose(Section.SERVER);
    assertThat(find("#serverUrl", Label.class).getText())
        .contains(texts.get("error.PORT_IN_USE"), texts.get("remedy.PORT_IN_USE"));
  }

  @Test
  void aServerThatCouldNotListenIsTriedOnceMoreAtAPress() throws TimeoutException {
    standing =
        new ServerStanding("", "", FaultReport.of(FakeSettings.fault(ErrorCode.PORT_IN_USE)));
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    fake.serverFault = FakeSettings.fault(ErrorCode.PORT_IN_USE);
    choose(Section.SERVER);
    Button again = find("#serverAgain", Button.class);
    robot.interact(again::fire);
    OnFx.await(() -> model.screen().fault() != null);
    assertThat(again.isVisible()).isTrue();

    fake.serverFault = null;
    robot.interact(() -> {
      model.dismissFault();
      again.fire();
    });
    OnFx.await(() -> !again.isVisible());
    assertThat(find("#serverUrl", Label.class).getText()).isEqualTo(FakeSettings.LISTENING.url());
  }

  @Test
  void noCameraIsTestedBelowTheCover() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    robot.interact(() -> {
      model.testCamera();
      view.covered();
    });
    assertThat(model.screen().cameraTrial()).isEqualTo(new Trial.Idle());
  }

  @Test
  void anAdministratorChangesThePortWithTheKeyboardAlone() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    robot.interact(() -> find("#sections", ListView.class).requestFocus());
    robot.type(KeyCode.DOWN);
    OnFx.await(() -> scene.getRoot().lookup("#setting-port") != null);
    TextField port = find("#setting-port", TextField.class);
    robot.interact(() -> {
      port.requestFocus();
      port.selectAll();
    });
    robot.write("99999");
    OnFx.await(() -> find("#save", Button.class).isDisabled());
    assertThat(problem("port")).isEqualTo(texts.get("settings.problem.NOT_BETWEEN", 0, 65535));
    robot.interact(port::selectAll);
    robot.write("8443");
    OnFx.await(() -> !find("#save", Button.class).isDisabled());
    robot.interact(() -> find("#save", Button.class).requestFocus());
    robot.type(KeyCode.SPACE);
    OnFx.await(
        () -> find("#notice", Label.class).getText().equals(texts.get("settings.notice.SAVED")));
    assertThat(fake.live.get().server().port()).isEqualTo(8443);
  }

  @Test
  void whatIsFixedCannotBeEditedAndSaysWhy() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    choose(Section.SERVER);
    assertThat(find("#setting-host", TextField.class).isDisabled()).isTrue();
    assertThat(find("#setting-port", TextField.class).isDisabled()).isFalse();
  }

  @Test
  void aChoiceAndASwitchAreSaved() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    robot.interact(() -> find("#setting-mirror", CheckBox.class).fire());
    @SuppressWarnings("unchecked")
    ComboBox<String> size = find("#setting-camera-size", ComboBox.class);
    robot.interact(() -> size.setValue("1920x1080"));
    assertThat(size.getConverter().toString("1920x1080")).isEqualTo("1920 × 1080");
    robot.interact(() -> find("#save", Button.class).fire());
    OnFx.await(() -> fake.live.get().camera().width() == 1920);
    assertThat(fake.live.get().camera().mirrored()).isFalse();
  }

  @Test
  void theCameraThatIsTestedIsSeen() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    robot.interact(() -> find("#cameraTest", Button.class).fire());
    OnFx.await(() -> fake.cameras.sink != null);
    fake.cameras.sink().frame(new Frame(40, 20, new byte[2400], 0));
    OnFx.await(() -> find("#preview", Node.class).isVisible());
    assertThat(find("#cameraState", Label.class).getText()).contains("40 × 20");
    robot.interact(() -> model.left());
    OnFx.await(() -> !find("#preview", Node.class).isVisible());
  }

  @Test
  void theServersFingerprintIsShownForPeopleToCompare() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    choose(Section.SERVER);
    OnFx.await(() -> find("#fingerprint", Label.class).getText().startsWith("AB:AB"));
    assertThat(find("#serverUrl", Label.class).getText()).isEqualTo("https://0.0.0.0:8443");
  }

  @Test
  void anOperatorWritesADiagnosticsBundle() throws TimeoutException {
    open(Role.OPERATOR, Locale.ENGLISH, Theme.LIGHT);
    choose(Section.ABOUT);
    robot.interact(() -> find("#diagnostics", Button.class).fire());
    OnFx.await(() -> fake.written.size() == 1);
    assertThat(fake.written.getFirst().getFileName()).hasToString("facedesk-diagnostics.zip");
  }

  @Test
  void noCameraIsNotAnEmptyScreen() throws TimeoutException {
    open(Role.ADMINISTRATOR, Locale.ENGLISH, Theme.LIGHT);
    robot.interact(() -> fake.cameras.plug(List.of()));
    OnFx.await(
        () -> find("#cameras", Label.class).getText().equals(texts.get("settings.camera.none")));
  }

  private void choose(Section section) {
    robot.interact(() -> model.choose(section));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String problem(String key) {
    return find("#setting-" + key, Node.class).getAccessibleHelp();
  }

  private <T extends Node> T find(String query, Class<T> type) {
    return OnFx.find(scene, query, type);
  }
}
