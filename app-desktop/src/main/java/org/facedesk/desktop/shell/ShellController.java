package org.facedesk.desktop.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Operator;
import org.facedesk.desktop.capture.CameraState;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Place;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.facedesk.desktop.ui.Tone;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Navigation at the side, status bar below, a screen in the middle. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ShellController {
  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
  private static final double LOW = 700;
  private static final double NARROW = 1250;

  /** What the operator can do beside going places. */
  interface Account {
    void lock();

    void signOut();

    void changePassword();

    void endPractice();
  }

  private final Texts texts;
  private final Appearance appearance;
  private final Consumer<String> go;
  private final Account account;
  private String shown = "";

  @FXML private BorderPane shell;
  @FXML private VBox entries;
  @FXML private StackPane content;
  @FXML private StackPane earnestBand;
  @FXML private MenuButton operator;
  @FXML private MenuItem role;
  @FXML private MenuItem signOut;
  @FXML private MenuButton language;
  @FXML private Button theme;
  @FXML private FontIcon themeIcon;
  @FXML private Label camera;
  @FXML private Label server;
  @FXML private Label store;
  @FXML private Label people;
  @FXML private Label sessions;
  @FXML private Label fps;

  /**
   * @param go called with a place's key when its entry is chosen
   */
  ShellController(Texts texts, Appearance appearance, Consumer<String> go, Account account) {
    this.texts = texts;
    this.appearance = appearance;
    this.go = go;
    this.account = account;
  }

  @FXML
  void initialize() {
    theme.setTooltip(new Tooltip());
    language.setTooltip(new Tooltip(texts.get("language.label")));
    for (Locale each : Texts.LANGUAGES) {
      RadioMenuItem item = new RadioMenuItem(texts.get("language." + each.getLanguage()));
      item.setId("language-" + each.getLanguage());
      item.setSelected(each.getLanguage().equals(texts.locale().getLanguage()));
      item.setOnAction(event -> appearance.speak(each));
      language.getItems().add(item);
    }
    shell.heightProperty().addListener((property, before, height) -> fit());
    shell.widthProperty().addListener((property, before, width) -> fit());
    warn(false);
    statusUnknown();
    drawTheme();
  }

  @FXML
  void switchTheme() {
    appearance.use(appearance.theme().other());
  }

  @FXML
  void lock() {
    account.lock();
  }

  @FXML
  void signOut() {
    account.signOut();
  }

  @FXML
  void changePassword() {
    account.changePassword();
  }

  @FXML
  void endPractice() {
    account.endPractice();
  }

  /** Draws the navigation. */
  void offer(List<Place> places, Optional<Operator> who) {
    entries.getChildren().setAll(places.stream().map(this::entry).toList());
    String whole =
        who.map(o -> texts.get("operator.is", o.name(), texts.of("role", o.role()))).orElse("");
    operator.setText(who.map(Operator::name).orElse(""));
    operator.setTooltip(new Tooltip(whole)); // a long name does not fit in
    operator.setAccessibleText(whole);
    role.setText(who.map(o -> texts.of("role", o.role())).orElse(""));
  }

  /** Puts a screen into the middle. */
  void show(String key, Node screen) {
    shown = key;
    // Its own direction, not an inherited one, which would change while it is taken out of the
    // window: that leaves its CSS dirty (DIRTY_BRANCH), and JavaFX 26 then lays it out without any
    // style when it is put back (Node.reapplyCSS tells no parent of a node in that state).
    screen.setNodeOrientation(
        texts.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    content.getChildren().setAll(screen);
    for (Node entry : entries.getChildren()) {
      ((ToggleButton) entry).setSelected(key.equals(entry.getUserData()));
    }
  }

  /**
   * While a person stands before the camera, or waits for a word, the other places are shut.
   *
   * @param capturing whether not even locking is possible
   */
  void shut(boolean others, boolean capturing) {
    for (Node entry : entries.getChildren()) {
      entry.setDisable(others && !((ToggleButton) entry).isSelected());
    }
    operator.setDisable(capturing);
    signOut.setDisable(others);
    language.setDisable(others);
  }

  void draw(StationStatus status) {
    tell(server, "status.server", server(status));
    Tones.mark(server, status.serverRefused() ? Tone.BAD : Tone.NEUTRAL);
    tell(store, "status.store", status.store());
    tell(people, "status.people", texts.get("status.number", status.people()));
    tell(sessions, "status.sessions", texts.get("status.number", status.sessions()));
  }

  private String server(StationStatus status) {
    if (status.serverRefused()) {
      return texts.get("status.server.refused");
    }
    return status.server().isEmpty() ? texts.get("status.server.off") : status.server();
  }

  /** Said until the first answer, and when none can be had. */
  void statusUnknown() {
    String unknown = texts.get("status.unknown");
    tell(server, "status.server", unknown);
    tell(store, "status.store", unknown);
    tell(people, "status.people", unknown);
    tell(sessions, "status.sessions", unknown);
  }

  void draw(CaptureScreen screen) {
    String source =
        switch (screen.camera()) {
          case CameraState.Opening opening -> texts.get("status.camera.opening");
          case CameraState.Absent absent -> texts.get("status.camera.absent");
          case CameraState.Live(CameraState.Kind kind, String name) ->
              switch (kind) {
                case CAMERA -> name;
                case PRACTICE -> texts.get("status.camera.practice");
                case REPLAY -> texts.get("status.camera.replay", name);
              };
        };
    tell(camera, "status.camera", source);
    tell(fps, "status.fps", texts.get("status.fps.value", screen.analysisFps()));
    warn(screen.practice() && !Places.PRACTISED.contains(shown));
  }

  /** While the desk practises, the places that know nothing of it must not be taken for it. */
  private void warn(boolean earnest) {
    earnestBand.setVisible(earnest);
    earnestBand.setManaged(earnest);
  }

  void drawTheme() {
    boolean light = appearance.theme() == Theme.LIGHT;
    themeIcon.setIconCode(light ? MaterialDesignW.WEATHER_NIGHT : MaterialDesignW.WEATHER_SUNNY);
    String words = texts.get(light ? "theme.toDark" : "theme.toLight");
    theme.getTooltip().setText(words);
    theme.setAccessibleText(words);
  }

  private void tell(Label value, String name, String text) {
    if (!text.equals(value.getText())) {
      value.setText(text);
      value.setAccessibleText(texts.get(name) + ": " + text);
    }
  }

  private ToggleButton entry(Place place) {
    String name = texts.get("nav." + place.key());
    ToggleButton entry = new ToggleButton(name, new FontIcon(place.icon()));
    entry.setId("nav-" + place.key());
    entry.setUserData(place.key());
    entry.setSelected(place.key().equals(shown));
    entry.setContentDisplay(ContentDisplay.TOP);
    entry.setMaxWidth(Double.MAX_VALUE);
    entry.setFocusTraversable(false); // its key reaches it; Tab stays in the screen
    entry.getStyleClass().add("navigation-entry");
    String key = texts.get("nav.key", name, Places.number(place));
    entry.setTooltip(new Tooltip(key));
    entry.setAccessibleText(key);
    entry.setOnAction(event -> {
      entry.setSelected(true); // a screen stays chosen when its entry is clicked again
      go.accept(place.key());
    });
    return entry;
  }

  /** In a small window names give way to their icons. */
  private void fit() {
    shell.pseudoClassStateChanged(COMPACT, shell.getHeight() < LOW);
    boolean named = shell.getWidth() >= NARROW;
    for (Node name : shell.lookupAll(".status-name")) {
      name.setVisible(named);
      name.setManaged(named);
    }
  }
}
