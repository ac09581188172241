package org.facedesk.desktop.enroll;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.People;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.enroll.EnrollStep.Trouble;
import org.facedesk.desktop.enroll.WhoSheet.Photo;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.desktop.ui.Vouching;
import org.facedesk.desktop.ui.WrapSafe;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.store.DecisionRecord;
import org.jspecify.annotations.Nullable;

/** The step in which the operator says who it is. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class WhoController implements EnrollView.Part {
  private final EnrollViewModel model;
  private final FilePicker files;
  private final ConsentController consent;
  private final Texts texts;
  private final Vouching vouching;
  private boolean shown;
  private @Nullable Photo drawnPhoto;

  @FXML private ScrollPane whoScroll;
  @FXML private TextField userId;
  @FXML private TextField name;
  @FXML private Label idHint;
  @FXML private Label nameHint;
  @FXML private HBox known;
  @FXML private Label knownText;
  @FXML private HBox agreed;
  @FXML private Label agreedText;
  @FXML private HBox photoDrop;
  @FXML private ImageView photoView;
  @FXML private Label photoText;
  @FXML private Button photoRemove;
  @FXML private HBox exempted;
  @FXML private Label exemptedText;
  @FXML private Hyperlink exemptionLink;
  @FXML private VBox exemption;
  @FXML private CheckBox noBlink;
  @FXML private CheckBox noTurn;
  @FXML private Button grant;
  @FXML private Button go;

  WhoController(
      EnrollViewModel model, Surroundings around, ConsentController consent, Texts texts) {
    this.model = model;
    this.files = around.files();
    this.vouching = around.vouching();
    this.consent = consent;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    userId.textProperty().addListener((property, before, text) -> model.editUserId(text));
    name.textProperty().addListener((property, before, text) -> model.editName(text));
    photoDrop.setOnDragOver(this::draggedOver);
    photoDrop.setOnDragDropped(this::dropped);
    for (CheckBox box : List.of(noBlink, noTurn)) {
      box.selectedProperty().addListener((property, before, yes) -> drawGrant());
    }
  }

  @FXML
  void next() {
    model.next();
    if (model.screen().step() instanceof EnrollStep.Who(Trouble trouble)
        && trouble == Trouble.CONSENT) {
      consent.focus();
    }
  }

  @FXML
  void disagree() {
    model.agree(false);
  }

  @FXML
  void choosePhoto() {
    FilePicker.Kind pictures =
        new FilePicker.Kind(texts.get("enroll.photo.kind"), "*.jpg", "*.jpeg", "*.png");
    files.open(texts.get("enroll.photo.title"), pictures).ifPresent(model::choosePhoto);
  }

  @FXML
  void removePhoto() {
    model.removePhoto();
  }

  private void draggedOver(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (!files.isEmpty()) {
      model.choosePhoto(files.getFirst().toPath());
      event.setDropCompleted(true);
    }
    event.consume();
  }

  @FXML
  void openExemption() {
    noBlink.setSelected(false);
    noTurn.setSelected(false);
    model.openExemption(true);
    Platform.runLater(() -> whoScroll.setVvalue(1));
  }

  @FXML
  void closeExemption() {
    model.openExemption(false);
  }

  @FXML
  void withdrawExemption() {
    model.withdrawExemption();
  }

  @FXML
  void grant() {
    Set<Proof> proofs = wanted();
    vouching.ask(
        Role.SUPERVISOR,
        new Dialogs.Question(
                texts.get("enroll.exemption.title"),
                proofs.stream()
                    .sorted()
                    .map(proof -> texts.of("enroll.exempt", proof))
                    .collect(Collectors.joining(" ")),
                texts.get("enroll.exemption.grant"))
            .withReason(texts.get("enroll.reason"), DecisionRecord.MAX_REASON),
        (supervisor, reason) -> model.exempt(proofs, supervisor, reason));
  }

  private Set<Proof> wanted() {
    Set<Proof> proofs = EnumSet.noneOf(Proof.class);
    if (noBlink.isSelected()) {
      proofs.add(Proof.BLINK);
    }
    if (noTurn.isSelected()) {
      proofs.add(Proof.TURN);
    }
    return proofs;
  }

  @Override
  public void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof EnrollStep.Who;
    if (here && !shown) {
      Platform.runLater(userId::requestFocus);
    }
    shown = here;
    if (!(screen.step() instanceof EnrollStep.Who(Trouble trouble))) {
      return;
    }
    WhoSheet who = screen.who();
    write(userId, who.userId());
    write(name, who.name());
    boolean invalid = trouble == Trouble.ID;
    Tones.mark(userId, invalid ? Tone.BAD : Tone.NEUTRAL);
    Tones.mark(idHint, invalid ? Tone.BAD : Tone.NEUTRAL);
    idHint.setText(texts.get(invalid ? "who.id.invalid" : "who.id.hint"));
    boolean unnameable = trouble == Trouble.NAME;
    Tones.mark(name, unnameable ? Tone.BAD : Tone.NEUTRAL);
    Tones.mark(nameHint, unnameable ? Tone.BAD : Tone.NEUTRAL);
    nameHint.setText(texts.get(unnameable ? "who.name.invalid" : "who.name.hint"));
    drawKnown(who);
    show(agreed, who.agreed());
    String version = who.consent().version();
    agreedText.setText(WrapSafe.inOrder(texts.get("enroll.consent.given", version), version));
    drawPhoto(who.photo());
    go.setDisable(who.photo() instanceof Photo.Reading);
    drawExemption(who);
  }

  private void drawKnown(WhoSheet who) {
    People.Person person = who.known();
    show(known, person != null);
    name.setPromptText(person != null && who.name().isEmpty() ? person.name() : "");
    if (person != null) {
      knownText.setText(knownText(person));
    }
  }

  private void drawPhoto(Photo photo) {
    if (photo.equals(drawnPhoto)) {
      return;
    }
    drawnPhoto = photo;
    photoView.setImage(null);
    Tones.mark(photoDrop, photo instanceof Photo.Unusable ? Tone.BAD : Tone.NEUTRAL);
    switch (photo) {
      case Photo.None none -> photoText.setText(texts.get("enroll.photo.hint"));
      case Photo.Reading reading -> photoText.setText(texts.get("enroll.photo.reading"));
      case Photo.Ready(byte[] jpeg) -> {
        photoText.setText(texts.get("enroll.photo.ready"));
        photoView.setImage(new Image(new ByteArrayInputStream(jpeg)));
      }
      case Photo.Unusable unusable ->
          photoText.setText(unusable.why().words(texts) + " " + unusable.why().remedy(texts));
    }
    show(photoView, photo instanceof Photo.Ready);
    show(photoRemove, !(photo instanceof Photo.None));
  }

  private void drawExemption(WhoSheet who) {
    show(exempted, !who.exempt().isEmpty());
    exemptedText.setText(
        who.exempt().stream()
            .sorted()
            .map(proof -> texts.of("enroll.exempt", proof))
            .collect(Collectors.joining(" ")));
    show(exemptionLink, who.exempt().isEmpty() && !who.exemptionOpen());
    show(exemption, who.exemptionOpen());
    drawGrant();
  }

  private void drawGrant() {
    grant.setDisable(wanted().isEmpty());
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

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
