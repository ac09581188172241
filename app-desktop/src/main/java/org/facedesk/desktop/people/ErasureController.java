package org.facedesk.desktop.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.facedesk.admin.ErasureReason;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.WrapSafe;

/** Erasing: why, and the receipt. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ErasureController {
  private final PeopleViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Surroundings around;
  private final Ties ties;
  private final ToggleGroup group = new ToggleGroup();

  @FXML private Node ask;
  @FXML private Label who;
  @FXML private VBox reasons;
  @FXML private Button erase;
  @FXML private Node receiptBox;
  @FXML private Label receipt;

  ErasureController(PeopleViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.around = around;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    for (ErasureReason reason : ErasureReason.values()) {
      RadioButton choice = new RadioButton(texts.of("people.reason", reason));
      choice.setId("reason-" + reason.name());
      choice.setUserData(reason);
      choice.setWrapText(true);
      WrapSafe.keep(choice);
      choice.setToggleGroup(group);
      choice.setOnAction(event -> model.chooseReason(reason));
      reasons.getChildren().add(choice);
    }
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void cancel() {
    model.back();
  }

  @FXML
  void erase() {
    around
        .vouching()
        .ask(
            Role.SUPERVISOR,
            new Dialogs.Question(
                    texts.get("people.erase.title"),
                    texts.get("people.erase.words", WrapSafe.plain(who.getText())),
                    texts.get("people.erase.agree"))
                .asGrave(),
            (actor, reason) -> model.erase(actor));
  }

  @FXML
  void saveReceipt() {
    around
        .files()
        .save(
            texts.get("people.receipt.save"),
            "receipt.txt",
            new FilePicker.Kind(texts.get("people.receipt.kind"), "*.txt"))
        .ifPresent(this::write);
  }

  private void write(Path file) {
    String text = WrapSafe.plain(receipt.getText());
    around
        .background()
        .run(
            () -> {
              try {
                return Files.writeString(file, text + System.lineSeparator());
              } catch (IOException e) {
                throw new FacedeskException(
                    ErrorCode.FILE_UNWRITABLE, "the receipt cannot be written", e);
              }
            },
            written -> model.said("people.receipt.saved"),
            model::failed);
  }

  private void draw(PeopleScreen screen) {
    Shown.when(screen.side() instanceof Side.Erasing, ask);
    Shown.when(screen.side() instanceof Side.Erased, receiptBox);
    if (screen.side() instanceof Side.Erasing erasing) {
      String name = erasing.person().history().name();
      String id = erasing.person().history().user().externalId();
      who.setText(name.isEmpty() ? id : texts.get("people.erase.who", name, id));
      erase.setDisable(erasing.reason() == null || screen.working());
      if (erasing.reason() == null) {
        group.selectToggle(null);
      }
    }
    if (screen.side() instanceof Side.Erased erased) {
      ErasureReason reason = erased.reason();
      receipt.setText(
          texts.get(
              "people.receipt.text",
              erased.receipt().person(),
              moments.toTheSecond(erased.receipt().at()),
              erased.receipt().templates(),
              reason == null ? "" : texts.of("people.reason", reason)));
    }
  }
}
