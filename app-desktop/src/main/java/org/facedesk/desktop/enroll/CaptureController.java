package org.facedesk.desktop.enroll;

import java.util.EnumMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import org.facedesk.desktop.controls.ChecklistRow;
import org.facedesk.desktop.controls.QualityMeter;
import org.facedesk.desktop.enroll.EnrollScreen.QualityBar;
import org.facedesk.desktop.enroll.EnrollStep.Capturing;
import org.facedesk.desktop.enroll.EnrollStep.Ready;
import org.facedesk.desktop.enroll.EnrollStep.Starting;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.engine.QualityComponent;

/** The step in which the person stands before the camera. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CaptureController {
  private final EnrollViewModel model;
  private final Texts texts;
  private final Ties ties;
  private final Map<Check.Item, ChecklistRow> rows = new EnumMap<>(Check.Item.class);
  private final Map<QualityComponent, QualityMeter> meters = new EnumMap<>(QualityComponent.class);
  private final Portraits portraitRow;
  private boolean shown;

  @FXML private Label person;
  @FXML private Label attempt;
  @FXML private GridPane checklist;
  @FXML private GridPane quality;
  @FXML private Label worst;
  @FXML private Label pictures;
  @FXML private Label time;
  @FXML private FlowPane portraits;
  @FXML private ProgressBar progress;
  @FXML private Button retake;
  @FXML private Button start;
  @FXML private Label keys;

  CaptureController(EnrollViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
    this.portraitRow = new Portraits(texts, 62);
  }

  @FXML
  void initialize() {
    EnrollScreen screen = model.screen();
    int half = Math.ceilDiv(screen.checklist().size(), 2);
    for (Check check : screen.checklist()) {
      ChecklistRow row = new ChecklistRow(texts.of("check", check.item()));
      int at = rows.size();
      checklist.add(row, at / half, at % half);
      rows.put(check.item(), row);
    }
    int bars = Math.ceilDiv(screen.quality().size(), 2);
    for (QualityBar bar : screen.quality()) {
      QualityMeter meter = new QualityMeter(texts.of("quality", bar.component()));
      int at = meters.size();
      quality.add(meter, at / bars, at % bars);
      meters.put(bar.component(), meter);
    }
    ties.tie(model.listen(this::draw));
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

  private void draw(EnrollScreen screen) {
    EnrollStep step = screen.step();
    boolean running = step instanceof Capturing || step instanceof Starting;
    boolean here = running || step instanceof Ready;
    if (here && !shown) {
      Platform.runLater(start::requestFocus);
    }
    shown = here;
    if (!here) {
      return;
    }
    String name = screen.personName();
    person.setText(texts.get("capture.person", name.isEmpty() ? screen.userId().strip() : name));
    attempt.setText(screen.attempt() == 0 ? "" : texts.get("capture.attempt", screen.attempt()));
    screen.checklist().forEach(this::draw);
    screen.quality().forEach(this::draw);
    worst.setText(
        screen.worst() != null
            ? texts.of("why", screen.worst())
            : screen.marks() == null ? "" : texts.get("capture.quality.good"));
    portraitRow.draw(portraits, screen.portraits());
    if (step instanceof Capturing(int samples, int target, double proven, int secondsLeft)) {
      pictures.setText(texts.get("capture.pictures", samples, target));
      time.setText(texts.get("capture.time", secondsLeft));
      progress.setProgress((proven + (double) samples / target) / 2);
    } else {
      pictures.setText(texts.get("capture.pictures.none"));
      time.setText("");
      progress.setProgress(0);
    }
    start.setVisible(!running);
    start.setManaged(!running);
    start.setDisable(!(screen.camera() instanceof CameraState.Live));
    retake.setVisible(running);
    retake.setManaged(running);
    keys.setText(texts.get(running ? "capture.keys.running" : "capture.keys.ready"));
  }

  private void draw(Check check) {
    ChecklistRow row = rows.get(check.item());
    if (row != null) {
      row.show(check.tone(), texts.of("check.state", check.tone()));
    }
  }

  private void draw(QualityBar bar) {
    QualityMeter meter = meters.get(bar.component());
    if (meter != null) {
      meter.show(bar.score(), bar.minimum(), texts.get("status.unknown"));
    }
  }
}
