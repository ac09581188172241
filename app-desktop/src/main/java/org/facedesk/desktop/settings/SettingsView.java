package org.facedesk.desktop.settings;

import java.util.Map;
import javafx.scene.Parent;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;

/** The settings screen as nodes. */
public final class SettingsView implements Screen {
  private final SettingsViewModel model;
  private final Ties ties = new Ties();
  private final SettingsController controller;
  private final Parent root;

  /**
   * @param model told to draw into this view from here on
   * @param files where the diagnostics bundle goes
   */
  public SettingsView(SettingsViewModel model, Texts texts, FilePicker files) {
    this.model = model;
    controller = new SettingsController(model, texts, ties);
    ExtrasController extras = new ExtrasController(model, texts, files, ties);
    root =
        Views.load(
            SettingsView.class,
            "Settings.fxml",
            texts,
            Map.of(SettingsController.class, controller, ExtrasController.class, extras));
    root.getStylesheets().add(Views.stylesheet(SettingsView.class, "settings.css"));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    model.refresh();
    controller.focus();
  }

  @Override
  public void left() {
    model.left();
  }

  @Override
  public void covered() {
    model.left(); // no camera runs where nobody looks
  }

  @Override
  public void dispose() {
    ties.cut();
  }
}
