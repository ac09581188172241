package org.facedesk.desktop.enroll;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import org.facedesk.desktop.capture.CaptureKeys;
import org.facedesk.desktop.capture.CapturePane;
import org.facedesk.desktop.capture.CaptureStage;
import org.facedesk.desktop.ui.Screen;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Views;

/** The enroll screen as nodes, ready to be put into the window. */
public final class EnrollView implements Screen {
  private final EnrollViewModel model;
  private final Parent root;
  private final CaptureStage stage;
  private final CaptureKeys keys;
  private final List<Part> parts;
  private Runnable deaf = () -> {};
  private boolean seen;

  /** What is drawn anew after every change while the screen is seen. */
  interface Part {
    void draw(EnrollScreen screen);
  }

  /**
   * @param printer where receipts go
   */
  public EnrollView(
      EnrollViewModel model, Surroundings around, ReceiptPrinter printer, Texts texts) {
    this.model = model;
    stage = new CaptureStage(model.capture(), texts);
    CapturePane pane = new CapturePane(model.capture(), texts);
    ConsentController consent = new ConsentController(model, texts);
    Parent card =
        Views.load(
            EnrollView.class, "Consent.fxml", texts, Map.of(ConsentController.class, consent));
    EnrollController whole = new EnrollController(stage, card, texts);
    WhoController who = new WhoController(model, around, consent, texts);
    CaptureController capture = new CaptureController(model, pane, texts);
    ReviewController review = new ReviewController(model, around.vouching(), texts);
    ResultController result = new ResultController(model, printer, around.files(), texts);
    root =
        Views.load(
            EnrollView.class,
            "Enroll.fxml",
            texts,
            Map.of(
                EnrollController.class, whole,
                CaptureStage.class, stage,
                CapturePane.class, pane,
                WhoController.class, who,
                CaptureController.class, capture,
                ReviewController.class, review,
                ResultController.class, result));
    root.getStylesheets().add(Views.stylesheet(CaptureStage.class, "capture.css"));
    root.getStylesheets().add(Views.stylesheet(EnrollView.class, "enroll.css"));
    keys =
        new CaptureKeys(
            new CaptureKeys.Intents() {
              @Override
              public void next() {
                model.next();
              }

              @Override
              public void retake() {
                model.retake();
              }

              @Override
              public void back() {
                model.back();
              }

              @Override
              public void nextPerson() {
                model.nextPerson();
              }
            });
    parts = new ArrayList<>(List.of(whole, consent, who, capture, review, result));
    shown();
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
      deaf = model.listen(screen -> parts.forEach(part -> part.draw(screen)));
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
