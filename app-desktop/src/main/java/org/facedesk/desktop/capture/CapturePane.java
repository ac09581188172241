package org.facedesk.desktop.capture;

import java.util.EnumMap;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.controls.ChecklistRow;
import org.facedesk.desktop.controls.QualityMeter;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.engine.QualityComponent;

/** Checklist, quality, pictures kept and time left, beside the picture. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CapturePane {
  private static final double PORTRAIT_WIDTH = 62;

  private final CaptureModel model;
  private final Texts texts;
  private final Map<Check.Item, ChecklistRow> rows = new EnumMap<>(Check.Item.class);
  private final Map<QualityComponent, QualityMeter> meters = new EnumMap<>(QualityComponent.class);
  private final Portraits portraitRow;

  @FXML private GridPane checklist;
  @FXML private GridPane quality;
  @FXML private Label worst;
  @FXML private Label pictures;
  @FXML private Label time;
  @FXML private FlowPane portraits;
  @FXML private ProgressBar progress;

  public CapturePane(CaptureModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.portraitRow = new Portraits(texts, PORTRAIT_WIDTH);
  }

  @FXML
  void initialize() {
    CaptureScreen screen = model.screen();
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
  }

  public void draw(CaptureScreen screen) {
    screen.checklist().forEach(this::draw);
    screen.quality().forEach(this::draw);
    worst.setText(
        screen.worst() != null
            ? texts.of("why", screen.worst())
            : screen.marks() == null ? "" : texts.get("capture.quality.good"));
    portraitRow.draw(portraits, screen.portraits());
    if (screen.phase() == Phase.RUNNING && screen.target() > 0) {
      pictures.setText(texts.get("capture.pictures", screen.samples(), screen.target()));
      time.setText(texts.get("capture.time", screen.secondsLeft()));
      double share = (double) screen.samples() / screen.target();
      progress.setProgress((screen.progress() + share) / 2);
    } else {
      pictures.setText(texts.get("capture.pictures.none"));
      time.setText("");
      progress.setProgress(0);
    }
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
