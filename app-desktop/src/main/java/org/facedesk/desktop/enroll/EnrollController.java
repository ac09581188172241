package org.facedesk.desktop.enroll;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.PreviewPane;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** Draws what all steps share: the picture, the one sentence, the steps, a fault. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class EnrollController {
  private final EnrollViewModel model;
  private final Texts texts;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private @Nullable FaultReport shownFault;

  @FXML private PreviewPane preview;
  @FXML private VBox absent;
  @FXML private Label absentTitle;
  @FXML private Label absentRemedy;
  @FXML private HBox absentActions;
  @FXML private Label absentHint;
  @FXML private Label source;
  @FXML private Button ownCamera;
  @FXML private StackPane faultSlot;
  @FXML private HBox promptBand;
  @FXML private FontIcon promptIcon;
  @FXML private Label prompt;
  @FXML private Label stepWho;
  @FXML private Label stepCapture;
  @FXML private Label stepResult;
  @FXML private Node who;
  @FXML private Node capture;
  @FXML private Node result;

  EnrollController(EnrollViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    faultSlot.getChildren().add(faultPanel);
    model.previewTo(preview::show);
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void refreshCamera() {
    model.refreshCamera();
  }

  @FXML
  void usePracticeCamera() {
    model.usePracticeCamera();
  }

  private void draw(EnrollScreen screen) {
    drawCamera(screen.camera());
    boolean idle = !(screen.step() instanceof EnrollStep.Capturing);
    ownCamera.setVisible(screen.standIn() && idle);
    drawSteps(screen.step());
    prompt.setText(texts.get(screen.prompt().key()));
    Tone tone = screen.prompt().tone();
    Tones.mark(promptBand, tone);
    promptIcon.setIconCode(
        switch (tone) {
          case GOOD -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
          case ACTION -> MaterialDesignA.ARROW_RIGHT_CIRCLE_OUTLINE;
          case ADVICE -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
          case BAD -> MaterialDesignC.CLOSE_CIRCLE_OUTLINE;
          case NEUTRAL -> MaterialDesignI.INFORMATION_OUTLINE;
        });
    preview.guide(screen.step() instanceof EnrollStep.Who ? Tone.NEUTRAL : tone);
    preview.mark(screen.marks());
    drawFault(screen.fault());
  }

  private void drawCamera(CameraState camera) {
    boolean live = camera instanceof CameraState.Live;
    if (!live) {
      preview.clear();
    }
    absent.setVisible(!live);
    boolean failed = camera instanceof CameraState.Absent;
    for (Node node : List.of(absentRemedy, absentActions, absentHint)) {
      node.setVisible(failed);
      node.setManaged(failed);
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

  private void drawSteps(EnrollStep step) {
    int at =
        switch (step) {
          case EnrollStep.Who w -> 0;
          case EnrollStep.Ready r -> 1;
          case EnrollStep.Starting s -> 1;
          case EnrollStep.Capturing c -> 1;
          case EnrollStep.Finished f -> 2;
        };
    List<Label> labels = List.of(stepWho, stepCapture, stepResult);
    List<Node> panes = List.of(who, capture, result);
    for (int i = 0; i < labels.size(); i++) {
      Tones.mark(labels.get(i), i < at ? Tone.GOOD : i == at ? Tone.ACTION : Tone.NEUTRAL);
      panes.get(i).setVisible(i == at);
    }
  }

  private void drawFault(@Nullable FaultReport fault) {
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }
}
