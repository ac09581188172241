package org.facedesk.desktop.shell;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.facedesk.desktop.enroll.CameraState;
import org.facedesk.desktop.enroll.EnrollScreen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Theme;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Navigation at the side, status bar below, a screen in the middle. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ShellController {
  /** Switches the whole window's theme. */
  interface ThemeSwitch {
    Theme current();

    void use(Theme theme);
  }

  private final Texts texts;
  private final ThemeSwitch themes;
  private final Node enrollScreen;

  @FXML private ToggleGroup screens;
  @FXML private StackPane content;
  @FXML private Button theme;
  @FXML private FontIcon themeIcon;
  @FXML private Label camera;
  @FXML private Label server;
  @FXML private Label store;
  @FXML private Label people;
  @FXML private Label sessions;
  @FXML private Label fps;

  ShellController(Texts texts, ThemeSwitch themes, Node enrollScreen) {
    this.texts = texts;
    this.themes = themes;
    this.enrollScreen = enrollScreen;
  }

  @FXML
  void initialize() {
    content.getChildren().setAll(enrollScreen);
    // a screen stays chosen when its entry is clicked again
    screens
        .selectedToggleProperty()
        .addListener((property, before, now) -> keepChosen(before, now == null));
    theme.setTooltip(new Tooltip());
    statusUnknown();
    drawTheme();
  }

  @FXML
  void switchTheme() {
    themes.use(themes.current().other());
    drawTheme();
  }

  void draw(StationStatus status) {
    server.setText(status.server().isEmpty() ? texts.get("status.server.off") : status.server());
    store.setText(status.store());
    people.setText(Integer.toString(status.people()));
    sessions.setText(Integer.toString(status.sessions()));
  }

  /** Said until the first answer, and when none can be had. */
  void statusUnknown() {
    for (Label value : List.of(server, store, people, sessions)) {
      value.setText(texts.get("status.unknown"));
    }
  }

  void draw(EnrollScreen screen) {
    camera.setText(
        switch (screen.camera()) {
          case CameraState.Opening opening -> texts.get("status.camera.opening");
          case CameraState.Absent absent -> texts.get("status.camera.absent");
          case CameraState.Live(CameraState.Kind kind, String name) ->
              switch (kind) {
                case CAMERA -> name;
                case PRACTICE -> texts.get("status.camera.practice");
                case REPLAY -> texts.get("status.camera.replay", name);
              };
        });
    fps.setText(texts.get("status.fps.value", screen.analysisFps()));
  }

  private void keepChosen(Toggle before, boolean none) {
    if (none) {
      before.setSelected(true);
    }
  }

  private void drawTheme() {
    boolean light = themes.current() == Theme.LIGHT;
    themeIcon.setIconCode(light ? MaterialDesignW.WEATHER_NIGHT : MaterialDesignW.WEATHER_SUNNY);
    String words = texts.get(light ? "theme.toDark" : "theme.toLight");
    theme.getTooltip().setText(words);
    theme.setAccessibleText(words);
  }
}
