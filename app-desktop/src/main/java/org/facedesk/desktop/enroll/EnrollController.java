package org.facedesk.desktop.enroll;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.facedesk.desktop.capture.CameraState;
import org.facedesk.desktop.capture.CaptureStage;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;

/** Draws what all steps share: the picture with its sentence, and which step it is. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class EnrollController implements EnrollView.Part {
  private final CaptureStage stage;
  private final Node consentCard;
  private final Texts texts;

  @FXML private Label stepWho;
  @FXML private Label stepCapture;
  @FXML private Label stepResult;
  @FXML private Node who;
  @FXML private Node capture;
  @FXML private Node review;
  @FXML private Node result;

  /**
   * @param consentCard covers the picture until the person has agreed
   */
  EnrollController(CaptureStage stage, Node consentCard, Texts texts) {
    this.stage = stage;
    this.consentCard = consentCard;
    this.texts = texts;
  }

  @Override
  public void draw(EnrollScreen screen) {
    EnrollStep step = screen.step();
    boolean asking =
        step instanceof EnrollStep.Who
            && !screen.who().agreed()
            && !(screen.capture().camera() instanceof CameraState.Absent); // that comes first
    stage.cover(asking ? consentCard : null);
    stage.draw(screen.capture(), screen.prompt(), step instanceof EnrollStep.AtCamera);
    drawSteps(step);
  }

  private void drawSteps(EnrollStep step) {
    boolean finished = step instanceof EnrollStep.Finished;
    int at =
        switch (step) {
          case EnrollStep.Who w -> 0;
          case EnrollStep.AtCamera c -> 1;
          case EnrollStep.Reviewing r -> 2;
          case EnrollStep.Finished f -> 2;
        };
    stepResult.setText(texts.get(finished ? "step.result" : "enroll.step.review"));
    List<Label> labels = List.of(stepWho, stepCapture, stepResult);
    for (int i = 0; i < labels.size(); i++) {
      Tones.mark(labels.get(i), i < at ? Tone.GOOD : i == at ? Tone.ACTION : Tone.NEUTRAL);
    }
    who.setVisible(at == 0);
    capture.setVisible(at == 1);
    review.setVisible(at == 2 && !finished);
    result.setVisible(finished);
  }
}
