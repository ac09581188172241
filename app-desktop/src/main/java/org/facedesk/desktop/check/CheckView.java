package org.facedesk.desktop.check;

import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.facedesk.desktop.capture.CaptureKeys;
import org.facedesk.desktop.capture.CapturePane;
import org.facedesk.desktop.capture.CaptureStage;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;
import org.facedesk.desktop.ui.Vouching;

/** The check screen as nodes. */
public final class CheckView implements Screen {
  private final CheckViewModel model;
  private final Parent root;
  private final CaptureStage stage;
  private final CheckController controller;
  private final CaptureKeys keys;
  private Runnable deaf = () -> {};
  private boolean seen;

  public CheckView(CheckViewModel model, Vouching vouching, Texts texts) {
    this.model = model;
    stage = new CaptureStage(model.capture(), texts);
    CapturePane pane = new CapturePane(model.capture(), texts);
    controller = new CheckController(model, stage, pane, vouching, texts);
    root =
        Views.load(
            CheckView.class,
            "Check.fxml",
            texts,
            Map.of(
                CheckController.class, controller,
                CaptureStage.class, stage,
                CapturePane.class, pane));
    root.getStylesheets().add(Views.stylesheet(CaptureStage.class, "capture.css"));
    keys =
        new CaptureKeys(
            new CaptureKeys.Intents() {
              @Override
              public void next() {
                model.next();
              }

              @Override
              public void retake() {
                model.again();
              }

              @Override
              public void back() {
                model.back();
              }
            });
    controller.draw(model.screen());
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    if (!seen) {
      seen = true;
      stage.takePreview();
      model.entered();
      deaf = model.listen(controller::draw);
    }
  }

  @Override
  public void left() {
    seen = false;
    deaf.run();
  }

  @Override
  public void pressed(KeyEvent key) {
    keys.pressed(key);
  }

  @Override
  public void released(KeyEvent key) {
    keys.released(key);
  }

  @Override
  public void dispose() {
    left();
  }
}
