package org.facedesk.desktop.enroll;

import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;

/** The enroll screen as nodes, ready to be put into the window. */
public final class EnrollView {
  private final Parent root;
  private final EnrollKeys keys;

  /**
   * @param model told to draw into this view from here on
   */
  public EnrollView(EnrollViewModel model, Texts texts) {
    WhoController who = new WhoController(model, texts);
    CaptureController capture = new CaptureController(model, texts);
    ResultController result = new ResultController(model, texts);
    root =
        Views.load(
            EnrollView.class,
            "Enroll.fxml",
            texts,
            Map.of(
                EnrollController.class, new EnrollController(model, texts),
                WhoController.class, who,
                CaptureController.class, capture,
                ResultController.class, result));
    root.getStylesheets().add(Views.stylesheet(EnrollView.class, "enroll.css"));
    keys = new EnrollKeys(model);
  }

  public Parent root() {
    return root;
  }

  /** Lets Space, R and Esc work wherever the focus is in this window. */
  public void bindKeys(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    scene.addEventFilter(KeyEvent.KEY_RELEASED, keys::released);
  }
}
