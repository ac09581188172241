package org.facedesk.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.settings.About.Part;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/** What sections have besides their settings: tests, the server's standing, about. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ExtrasController {
  private final SettingsViewModel model;
  private final Texts texts;
  private final FilePicker files;
  private final Ties ties;
  private @Nullable About drawnAbout;

  @FXML private VBox extras;
  @FXML private Node camera;
  @FXML private PreviewPane preview;
  @FXML private Label cameras;
  @FXML private Label cameraState;
  @FXML private Button cameraTest;
  @FXML private VBox server;
  @FXML private Label serverUrl;
  @FXML private Button serverAgain;
  @FXML private Node fingerprintBox;
  @FXML private Label fingerprint;
  @FXML private Node store;
  @FXML private Button storeTest;
  @FXML private Label storeState;
  @FXML private Node about;
  @FXML private GridPane versions;
  @FXML private TableView<Part> parts;
  @FXML private TableColumn<Part, String> partName;
  @FXML private TableColumn<Part, String> partOwner;
  @FXML private TableColumn<Part, String> partLicence;
  @FXML private Button diagnostics;

  ExtrasController(SettingsViewModel model, Texts texts, FilePicker files, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.files = files;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    TableRows.column(partName, Part::name);
    TableRows.column(partOwner, Part::owner);
    TableRows.column(partLicence, Part::licence);
    TableRows.fit(parts, partOwner);
    // what is taken out now is not there when the whole screen is made safe
    extras.getChildren().forEach(WrapSafe::within);
    preview.plain();
    model.previewTo(preview::show);
    ties.tie(() -> model.previewTo(frame -> {}));
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void refreshCameras() {
    model.refresh();
  }

  @FXML
  void testCamera() {
    if (model.screen().cameraTrial() instanceof Trial.Idle) {
      model.testCamera();
    } else {
      model.endCameraTest();
    }
  }

  @FXML
  void openServerAgain() {
    model.openServerAgain();
  }

  @FXML
  void testStore() {
    model.testStore();
  }

  @FXML
  void writeDiagnostics() {
    files
        .save(
            texts.get("settings.diagnostics.title"),
            "facedesk-diagnostics.zip",
            new FilePicker.Kind(texts.get("settings.diagnostics.kind"), "*.zip"))
        .ifPresent(model::writeDiagnostics);
  }

  private void draw(SettingsScreen screen) {
    put(
        extras,
        switch (screen.section()) {
          case CAMERA -> List.of(camera);
          case SERVER -> List.of(server);
          case STORE -> List.of(store);
          case ABOUT -> List.of(about);
          default -> List.of();
        });
    switch (screen.section()) {
      case CAMERA -> drawCamera(screen);
      case SERVER -> drawServer(screen);
      case STORE -> drawStore(screen);
      case ABOUT -> drawAbout(screen);
      default -> {
        // rows say it all
      }
    }
  }

  private void drawCamera(SettingsScreen screen) {
    cameras.setText(
        screen.cameras().isEmpty()
            ? texts.get("settings.camera.none")
            : texts.get("settings.camera.found", screen.cameras().size()));
    boolean idle = screen.cameraTrial() instanceof Trial.Idle;
    cameraTest.setText(texts.get(idle ? "settings.camera.test" : "settings.camera.end"));
    boolean mirrored =
        screen.fields().stream()
            .anyMatch(
                field -> field.setting() == Setting.MIRROR && Boolean.parseBoolean(field.value()));
    preview.mirror(mirrored);
    show(preview, screen.cameraTrial() instanceof Trial.Good);
    drawTrial(cameraState, screen.cameraTrial(), "settings.camera.works");
    if (!(screen.cameraTrial() instanceof Trial.Good)) {
      preview.clear();
    }
  }

  private void drawServer(SettingsScreen screen) {
    ServerStanding standing = screen.server();
    serverUrl.setText(standing == null ? texts.get("status.unknown") : server(standing));
    boolean refused = standing != null && standing.refused() != null;
    Tones.mark(serverUrl, refused ? Tone.BAD : Tone.NEUTRAL);
    show(serverAgain, refused);
    serverAgain.setDisable(screen.busy());
    boolean certified = standing != null && !standing.fingerprint().isEmpty();
    List<Node> children = new ArrayList<>(server.getChildren());
    children.remove(fingerprintBox);
    if (certified) {
      children.add(fingerprintBox);
    }
    put(server, children);
    fingerprint.setText(certified && standing != null ? standing.fingerprint() : "");
  }

  private String server(ServerStanding standing) {
    FaultReport refused = standing.refused();
    if (refused != null) {
      return texts.get("settings.server.refused", refused.words(texts), refused.remedy(texts));
    }
    return standing.url().isEmpty() ? texts.get("settings.server.off") : standing.url();
  }

  private void drawStore(SettingsScreen screen) {
    boolean address =
        screen.fields().stream()
            .anyMatch(field -> field.setting() == Setting.STORE && !field.value().isBlank());
    storeTest.setDisable(!address || screen.storeTrial() instanceof Trial.Running);
    drawTrial(storeState, screen.storeTrial(), "settings.store.works");
  }

  private void drawTrial(Label label, Trial trial, String works) {
    switch (trial) {
      case Trial.Idle idle -> say(label, Tone.NEUTRAL, "");
      case Trial.Running running -> say(label, Tone.NEUTRAL, texts.get("settings.trying"));
      case Trial.Good(String found) -> say(label, Tone.GOOD, texts.get(works, found));
      case Trial.Bad(var why) -> say(label, Tone.BAD, why.words(texts) + " " + why.remedy(texts));
    }
  }

  private static void say(Label label, Tone tone, String words) {
    label.setText(words);
    Tones.mark(label, tone);
  }

  private void drawAbout(SettingsScreen screen) {
    diagnostics.setDisable(screen.busy());
    About read = screen.about();
    if (read == null || read.equals(drawnAbout)) {
      return;
    }
    drawnAbout = read;
    versions.getChildren().clear();
    for (int i = 0; i < read.lines().size(); i++) {
      About.Line line = read.lines().get(i);
      Label name = new Label(texts.get("settings.about." + line.key()));
      name.getStyleClass().add("fact-name");
      Label value = new Label(line.value());
      value.getStyleClass().add("fact-value");
      value.setWrapText(true);
      WrapSafe.keep(value);
      versions.addRow(i, name, value);
    }
    parts.getItems().setAll(read.parts());
  }

  /**
   * What is not seen is taken out, not hidden: JavaFX lays out what is hidden without any room, and
   * 26 throws when it clips Arabic there.
   */
  private static void put(VBox box, List<Node> children) {
    if (!box.getChildren().equals(children)) {
      box.getChildren().setAll(children);
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
