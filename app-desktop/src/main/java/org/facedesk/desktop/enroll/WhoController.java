package org.facedesk.desktop.enroll;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.Tone;

/** The step in which the operator says who it is. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class WhoController {
  private final EnrollViewModel model;
  private final Texts texts;
  private final Ties ties;
  private boolean shown;

  @FXML private TextField userId;
  @FXML private TextField name;
  @FXML private Label idHint;
  @FXML private HBox known;
  @FXML private Label knownText;

  WhoController(EnrollViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    userId.textProperty().addListener((property, before, text) -> model.editUserId(text));
    name.textProperty().addListener((property, before, text) -> model.editName(text));
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void next() {
    model.next();
  }

  private void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof EnrollStep.Who;
    if (here && !shown) {
      Platform.runLater(userId::requestFocus);
    }
    shown = here;
    if (!here) {
      return;
    }
    write(userId, screen.userId());
    write(name, screen.name());
    boolean invalid = screen.step() instanceof EnrollStep.Who(boolean bad) && bad;
    Tones.mark(userId, invalid ? Tone.BAD : Tone.NEUTRAL);
    Tones.mark(idHint, invalid ? Tone.BAD : Tone.NEUTRAL);
    idHint.setText(texts.get(invalid ? "who.id.invalid" : "who.id.hint"));
    People.Person person = screen.known();
    known.setVisible(person != null);
    known.setManaged(person != null);
    if (person != null) {
      knownText.setText(knownText(person));
      if (screen.name().isEmpty()) {
        name.setPromptText(person.name());
      }
    } else {
      name.setPromptText("");
    }
  }

  private String knownText(People.Person person) {
    String who = person.name().isEmpty() ? person.userId() : person.name();
    Instant enrolledAt = person.enrolledAt();
    return enrolledAt == null
        ? texts.get("who.known", who)
        : texts.get(
            "who.known.enrolled",
            who,
            DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(enrolledAt.atZone(ZoneId.systemDefault())));
  }

  private static void write(TextField field, String text) {
    if (!field.getText().equals(text)) {
      field.setText(text);
    }
  }
}
