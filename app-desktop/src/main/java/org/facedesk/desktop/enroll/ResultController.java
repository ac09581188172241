package org.facedesk.desktop.enroll;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What came of it, and the receipt. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ResultController implements EnrollView.Part {
  private final EnrollViewModel model;
  private final ReceiptPrinter printer;
  private final FilePicker files;
  private final Texts texts;
  private boolean shown;

  @FXML private HBox verdict;
  @FXML private FontIcon verdictIcon;
  @FXML private Label title;
  @FXML private Label person;
  @FXML private VBox reasonBox;
  @FXML private Label reason;
  @FXML private Label remedy;
  @FXML private GridPane facts;
  @FXML private Label quality;
  @FXML private Label frames;
  @FXML private Label seconds;
  @FXML private Label attempts;
  @FXML private VBox receiptBox;
  @FXML private Label receiptDone;
  @FXML private Button go;
  @FXML private Button other;
  @FXML private Label keys;

  ResultController(EnrollViewModel model, ReceiptPrinter printer, FilePicker files, Texts texts) {
    this.model = model;
    this.printer = printer;
    this.files = files;
    this.texts = texts;
  }

  @FXML
  void next() {
    model.next();
  }

  @FXML
  void nextPerson() {
    model.nextPerson();
  }

  @FXML
  void print() {
    receipt()
        .ifPresent(receipt -> {
          String key =
              switch (printer.print(new ReceiptPage(receipt).node())) {
                case SENT -> "enroll.receipt.printed";
                case NOT_SENT -> "enroll.receipt.not";
                case NO_PRINTER -> "enroll.receipt.none";
              };
          receiptDone.setText(texts.get(key));
        });
  }

  @FXML
  void save() {
    receipt().ifPresent(this::save);
  }

  private void save(Receipt receipt) {
    Optional<Path> chosen =
        files.save(
            texts.get("enroll.receipt.title"),
            texts.get("enroll.receipt.file", receipt.enrollment().toString()),
            new FilePicker.Kind(texts.get("enroll.receipt.kind"), "*.pdf"));
    chosen.ifPresent(file -> {
      BufferedImage page = new ReceiptPage(receipt).picture();
      receiptDone.setText("");
      String saved = texts.get("enroll.receipt.saved", file.getFileName().toString());
      model.run(() -> ReceiptPdf.write(receipt, page, file), () -> receiptDone.setText(saved));
    });
  }

  private Optional<Receipt> receipt() {
    return model.screen().step() instanceof Finished(Ending.Enrolled enrolled)
        ? Optional.of(enrolled.receipt())
        : Optional.empty();
  }

  @Override
  public void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof Finished;
    if (here && !shown) {
      receiptDone.setText("");
      Platform.runLater(go::requestFocus);
    }
    shown = here;
    if (!(screen.step() instanceof Finished(Ending ending))) {
      return;
    }
    String id = screen.who().userId().strip();
    String name = screen.who().personName();
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
    show(receiptBox, enrolled);
    show(other, !enrolled);
    go.setText(texts.get(enrolled ? "result.next" : "result.again"));
    keys.setText(texts.get(enrolled ? "result.keys.enrolled" : "result.keys.refused"));
    switch (ending) {
      case Ending.Enrolled done -> {
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
