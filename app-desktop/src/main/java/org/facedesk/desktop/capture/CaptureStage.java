package org.facedesk.desktop.capture;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.liveness.ChallengeState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/**
 * The picture with its guide, the one sentence below it, and what there is to say about the camera;
 * the same on every screen that captures.
 */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CaptureStage {
  private final CaptureModel model;
  private final Texts texts;
  private final FaultPanel faultPanel;
  private @Nullable FaultReport shownFault;

  @FXML private HBox practiceBand;
  @FXML private PreviewPane preview;
  @FXML private VBox absent;
  @FXML private Label absentTitle;
  @FXML private Label absentRemedy;
  @FXML private HBox absentActions;
  @FXML private Label absentHint;
  @FXML private Label source;
  @FXML private Button practise;
  @FXML private Button ownCamera;
  @FXML private StackPane cardSlot;
  @FXML private StackPane faultSlot;
  @FXML private HBox promptBand;
  @FXML private FontIcon promptIcon;
  @FXML private Label prompt;
  @FXML private Label challenge;

  public CaptureStage(CaptureModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    faultSlot.getChildren().add(faultPanel);
    show(cardSlot, false);
  }

  /** Shows the camera's frames from here on, in the place of any other stage. */
  public void takePreview() {
    model.previewTo(preview::show);
  }

  /** Something that is more important than the picture; null for nothing. */
  public void cover(@Nullable Node card) {
    if (card == null) {
      cardSlot.getChildren().clear();
    } else if (!cardSlot.getChildren().contains(card)) {
      cardSlot.getChildren().setAll(card);
    }
    show(cardSlot, card != null);
    preview.setVisible(card == null); // or it would be drawn, and drawn over, thirty times a second
  }

  /**
   * @param sentence what to say; the screen's own, or the capture's
   * @param guiding whether the person should find themselves in the picture
   */
  public void draw(CaptureScreen screen, Prompt sentence, boolean guiding) {
    drawCamera(screen.camera());
    boolean idle = screen.phase() == Phase.IDLE;
    show(practiceBand, screen.practice());
    show(practise, !screen.practice() && idle && !screen.held());
    show(ownCamera, screen.standIn() && idle);
    prompt.setText(texts.get(sentence.key()));
    Tone tone = sentence.tone();
    Tones.mark(promptBand, tone);
    promptIcon.setIconCode(
        switch (tone) {
          case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
          case ACTION -> MaterialDesignA.ARROW_RIGHT_CIRCLE_OUTLINE;
          case ADVICE -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
          case BAD -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
          case NEUTRAL -> MaterialDesignI.INFORMATION_OUTLINE;
        });
    ChallengeState step = screen.challenge();
    show(challenge, step != null);
    if (step != null) {
      challenge.setText(
          texts.get(
              "enroll.challenge.step",
              step.step(),
              step.of(),
              Math.ceilDiv(step.deadlineMillis(), 1000)));
    }
    preview.mirror(model.settings().mirrored());
    preview.guide(guiding ? tone : Tone.NEUTRAL);
    preview.mark(screen.marks());
    drawFault(screen.fault());
  }

  @FXML
  void refreshCamera() {
    model.refreshCamera();
  }

  @FXML
  void usePracticeCamera() {
    model.usePracticeCamera();
  }

  @FXML
  void practise() {
    model.practise(true);
  }

  @FXML
  void endPractice() {
    model.practise(false);
  }

  private void drawCamera(CameraState camera) {
    boolean live = camera instanceof CameraState.Live;
    if (!live) {
      preview.clear();
    }
    absent.setVisible(!live);
    boolean failed = camera instanceof CameraState.Absent;
    for (Node node : List.of(absentRemedy, absentActions, absentHint)) {
      show(node, failed);
    }
    switch (camera) {
      case CameraState.Opening opening -> absentTitle.setText(texts.get("camera.opening"));
      case CameraState.Absent(FaultReport fault) -> {
        absentTitle.setText(texts.get("camera.absent"));
        absentRemedy.setText(fault.words(texts) + "\n" + fault.remedy(texts));
      }
      case CameraState.Live(CameraState.Kind kind, String name) -> {
        switch (kind) {
          case CAMERA -> source.setText("");
          case PRACTICE -> source.setText(texts.get("source.practice"));
          case REPLAY -> source.setText(texts.get("source.replay", name));
        }
      }
    }
    source.setVisible(live && !source.getText().isEmpty());
  }

  private void drawFault(@Nullable FaultReport fault) {
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
