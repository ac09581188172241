package org.facedesk.desktop.enroll;

import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Views;

/** The enroll screen as nodes. Space, R and Esc work wherever the focus is. */
public final class EnrollView implements Screen {
  private final Ties ties = new Ties();
  private final Parent root;
  private final EnrollKeys keys;

  /**
   * @param model told to draw into this view from here on
   */
  public EnrollView(EnrollViewModel model, Texts texts) {
    root =
        Views.load(
            EnrollView.class,
            "Enroll.fxml",
            texts,
            Map.of(
                EnrollController.class, new EnrollController(model, texts, ties),
                WhoController.class, new WhoController(model, texts, ties),
                CaptureController.class, new CaptureController(model, texts, ties),
                ResultController.class, new ResultController(model, texts, ties)));
    root.getStylesheets().add(Views.stylesheet(EnrollView.class, "enroll.css"));
    keys = new EnrollKeys(model);
  }

  @Override
  public Parent root() {
    return root;
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
    ties.cut();
  }
}
