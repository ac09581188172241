package org.facedesk.desktop.enroll;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.capture.CapturePane;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.ui.Texts;

/** The step in which the person stands before the camera. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CaptureController implements EnrollView.Part {
  private final EnrollViewModel model;
  private final CapturePane pane;
  private final Texts texts;
  private boolean shown;

  @FXML private VBox root;
  @FXML private Label capturePerson;
  @FXML private Label attempt;
  @FXML private Button retake;
  @FXML private Button start;
  @FXML private Label keys;

  CaptureController(EnrollViewModel model, CapturePane pane, Texts texts) {
    this.model = model;
    this.pane = pane;
    this.texts = texts;
  }

  @FXML
  void next() {
    model.next();
  }

  @FXML
  void retake() {
    model.retake();
  }

  @FXML
  void back() {
    model.back();
  }

  @Override
  public void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof EnrollStep.AtCamera;
    if (here && !shown) {
      Platform.runLater(() -> (start.isDisabled() ? root : start).requestFocus());
    }
    shown = here;
    if (!here) {
      return;
    }
    String name = screen.who().personName();
    capturePerson.setText(
        texts.get("capture.person", name.isEmpty() ? screen.who().userId().strip() : name));
    attempt.setText(screen.attempt() == 0 ? "" : texts.get("capture.attempt", screen.attempt()));
    CaptureScreen camera = screen.capture();
    pane.draw(camera);
    boolean running = camera.phase() != Phase.IDLE;
    boolean waits = running || !camera.ready();
    if (waits && start.isFocused()) {
      root.requestFocus(); // or the toolkit gives the focus, and with it Space, to some button
    }
    start.setVisible(!running);
    start.setManaged(!running);
    start.setDisable(!camera.ready());
    if (!waits && root.isFocused()) {
      start.requestFocus();
    }
    retake.setVisible(running);
    retake.setManaged(running);
    keys.setText(
        texts.get(
            running
                ? "capture.keys.running"
                : waits ? "capture.keys.waits" : "capture.keys.ready"));
  }
}
