package org.facedesk.desktop.enroll;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The step that says what came of it. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ResultController {
  private final EnrollViewModel model;
  private final Texts texts;
  private final Ties ties;
  private final Portraits portraitRow;
  private boolean shown;

  @FXML private HBox verdict;
  @FXML private FontIcon verdictIcon;
  @FXML private Label title;
  @FXML private Label person;
  @FXML private VBox reasonBox;
  @FXML private Label reason;
  @FXML private Label remedy;
  @FXML private VBox picturesBox;
  @FXML private FlowPane portraits;
  @FXML private GridPane facts;
  @FXML private Label quality;
  @FXML private Label frames;
  @FXML private Label seconds;
  @FXML private Label attempts;
  @FXML private Button retake;
  @FXML private Button go;
  @FXML private Label keys;

  ResultController(EnrollViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
    this.portraitRow = new Portraits(texts, 104);
  }

  @FXML
  void initialize() {
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

  private void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof Finished;
    if (here && !shown) {
      Platform.runLater(go::requestFocus);
    }
    shown = here;
    if (!(screen.step() instanceof Finished(Ending ending))) {
      return;
    }
    String id = screen.userId().strip();
    String name = screen.personName();
    person.setText(
        name.isEmpty()
            ? texts.get("result.person", id)
            : texts.get("result.person.named", id, name));
    boolean enrolled = ending instanceof Ending.Enrolled;
    Tones.mark(verdict, enrolled ? Tone.GOOD : Tone.BAD);
    title.setText(texts.get(enrolled ? "result.enrolled" : "result.refused"));
    verdictIcon.setIconCode(enrolled ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignC.CLOSE_CIRCLE);
    show(reasonBox, !enrolled);
    show(facts, enrolled);
    show(picturesBox, enrolled && !screen.portraits().isEmpty());
    show(retake, enrolled);
    go.setText(texts.get(enrolled ? "result.next" : "result.again"));
    keys.setText(texts.get(enrolled ? "result.keys.enrolled" : "result.keys.refused"));
    switch (ending) {
      case Ending.Enrolled done -> {
        portraitRow.draw(portraits, screen.portraits());
        quality.setText(texts.get("result.quality.value", done.quality()));
        frames.setText(Integer.toString(done.frames()));
        seconds.setText(texts.get("result.seconds.value", done.seconds()));
        attempts.setText(Integer.toString(screen.attempt()));
      }
      case Ending.Refused(String why) -> {
        reason.setText(texts.get("reason." + why));
        remedy.setText(texts.get("reason.remedy." + why));
      }
    }
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
