package org.facedesk.desktop.enroll;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.Portrait;
import org.facedesk.desktop.controls.PortraitView;
import org.facedesk.desktop.enroll.EnrollStep.Reviewing;
import org.facedesk.desktop.enroll.ReviewSheet.Named;
import org.facedesk.desktop.enroll.WhoSheet.Photo;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Vouching;
import org.facedesk.desktop.ui.WrapSafe;
import org.facedesk.enroll.Review;
import org.facedesk.enroll.Review.Likeness;
import org.jspecify.annotations.Nullable;

/** The step in which somebody looks at what was captured before it is enrolled. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ReviewController implements EnrollView.Part {
  private static final double PORTRAIT_WIDTH = 92;
  private static final double PHOTO_HEIGHT = 115;

  private final EnrollViewModel model;
  private final Texts texts;
  private final Vouching vouching;
  private boolean shown;
  private List<Portrait> drawnPortraits = List.of();
  private Photo drawnPhoto = new Photo.None();
  private List<Named> drawnLookalikes = List.of();
  private @Nullable Review drawnReview;

  @FXML private VBox root;
  @FXML private Label reviewPerson;
  @FXML private FlowPane samples;
  @FXML private ProgressBar looking;
  @FXML private GridPane reviewFacts;
  @FXML private VBox against;
  @FXML private Label againstTitle;
  @FXML private Label againstHint;
  @FXML private Button call;
  @FXML private VBox lookalikes;
  @FXML private VBox decision;
  @FXML private TextField reviewReason;
  @FXML private Button accept;
  @FXML private Button retakeAll;
  @FXML private Button confirm;
  @FXML private Label reviewKeys;

  ReviewController(EnrollViewModel model, Vouching vouching, Texts texts) {
    this.model = model;
    this.vouching = vouching;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    reviewReason.textProperty().addListener((property, before, text) -> drawDecision());
    show(decision, false);
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
  void callSupervisor() {
    vouching.ask(
        Role.SUPERVISOR,
        new Dialogs.Question(
            texts.get("enroll.supervisor.title"),
            againstTitle.getText(),
            texts.get("enroll.supervisor.look")),
        (supervisor, reason) -> model.supervise(supervisor));
  }

  @FXML
  void accept() {
    model.accept(reviewReason.getText());
  }

  @Override
  public void draw(EnrollScreen screen) {
    boolean here = screen.step() instanceof Reviewing;
    if (here && !shown) {
      reviewReason.clear();
      confirm.setDisable(true);
      Platform.runLater(root::requestFocus); // until there is something to decide
    }
    shown = here;
    if (!(screen.step() instanceof Reviewing(ReviewSheet sheet))) {
      return;
    }
    String id = screen.who().userId().strip();
    String name = screen.who().personName();
    reviewPerson.setText(
        name.isEmpty()
            ? texts.get("result.person", id)
            : texts.get("result.person.named", id, name));
    drawPictures(sheet.portraits(), screen.who().photo());
    Review review = sheet.review();
    show(looking, review == null || sheet.busy());
    if (review != null && !review.equals(drawnReview)) {
      drawFacts(sheet, review);
    }
    drawnReview = review;
    show(reviewFacts, review != null);
    boolean waited = confirm.isDisabled();
    confirm.setDisable(!sheet.plain() || sheet.busy());
    if (waited && !confirm.isDisabled()) { // a disabled control takes no focus
      Platform.runLater(confirm::requestFocus);
    }
    reviewKeys.setText(
        texts.get(confirm.isDisabled() ? "enroll.review.keys.waits" : "enroll.review.keys"));
    retakeAll.setDisable(sheet.busy());
    drawAgainst(sheet, review);
  }

  private void drawPictures(List<Portrait> portraits, Photo photo) {
    if (portraits.equals(drawnPortraits) && photo.equals(drawnPhoto)) {
      return;
    }
    drawnPortraits = portraits;
    drawnPhoto = photo;
    samples.getChildren().clear();
    for (int i = 0; i < portraits.size(); i++) {
      int at = i;
      Portrait portrait = portraits.get(i);
      Button again = new Button(texts.get("enroll.review.sample.retake"));
      again.setAccessibleText(texts.get("enroll.review.sample.retake.this", i + 1));
      again.setOnAction(event -> model.retakeSample(at));
      VBox sample =
          new VBox(
              new PortraitView(
                  portrait.frame(),
                  portrait.face(),
                  PORTRAIT_WIDTH,
                  texts.get("capture.picture", i + 1)),
              again);
      sample.getStyleClass().add("sample");
      samples.getChildren().add(sample);
    }
    if (photo instanceof Photo.Ready(byte[] jpeg)) {
      samples.getChildren().add(oldPhoto(jpeg));
    }
  }

  /** How alike they are is for whoever looks, so it lies beside what was captured. */
  private VBox oldPhoto(byte[] jpeg) {
    ImageView picture = new ImageView(new Image(new ByteArrayInputStream(jpeg)));
    picture.setId("reviewPhoto");
    picture.setPreserveRatio(true);
    picture.setFitHeight(PHOTO_HEIGHT);
    picture.setFitWidth(2 * PORTRAIT_WIDTH);
    picture.setAccessibleText(texts.get("enroll.photo"));
    Label what = new Label(texts.get("enroll.photo"));
    what.getStyleClass().add("field-hint");
    what.setWrapText(true);
    what.setMaxWidth(2 * PORTRAIT_WIDTH);
    WrapSafe.keep(what);
    VBox box = new VBox(picture, what);
    box.getStyleClass().add("sample");
    return box;
  }

  private void drawFacts(ReviewSheet sheet, Review review) {
    reviewFacts.getChildren().clear();
    fact("result.quality", texts.get("result.quality.value", sheet.quality()));
    fact("enroll.review.liveness", texts.get("result.quality.value", sheet.livenessScore()));
    fact(
        "enroll.review.agreement",
        texts.get(
            "enroll.review.value", texts.of("enroll.grade", review.agreement()), review.spread()));
    fact("enroll.review.earlier", likeness(review.earlier(), "enroll.review.first"));
    fact("enroll.review.oldPhoto", likeness(review.oldPhoto(), "enroll.review.none"));
  }

  private String likeness(@Nullable Likeness likeness, String none) {
    return likeness == null
        ? texts.get(none)
        : texts.get(
            "enroll.review.value",
            texts.of("enroll.likeness", likeness.grade()),
            likeness.distance());
  }

  private void fact(String key, String value) {
    int row = reviewFacts.getRowCount();
    Label what = new Label(texts.get(key));
    what.getStyleClass().add("fact-name");
    what.setWrapText(true);
    WrapSafe.keep(what);
    Label much = new Label(value);
    much.getStyleClass().add("fact-value");
    much.setMinWidth(Label.USE_PREF_SIZE);
    reviewFacts.addRow(row, what, much);
  }

  private void drawAgainst(ReviewSheet sheet, @Nullable Review review) {
    boolean any = review != null && review.needsSupervisor();
    show(against, any);
    if (review == null || !any) {
      show(decision, false);
      return;
    }
    boolean duplicates = !review.lookalikes().isEmpty();
    againstTitle.setText(
        duplicates
            ? texts.get("enroll.duplicates", review.lookalikes().size())
            : texts.get("enroll.changed"));
    againstHint.setText(texts.get(duplicates ? "enroll.duplicates.hint" : "enroll.changed.hint"));
    show(call, !sheet.supervised());
    accept.setText(texts.get(duplicates ? "enroll.decide.different" : "enroll.decide.same"));
    if (!sheet.lookalikes().equals(drawnLookalikes)) {
      drawnLookalikes = sheet.lookalikes();
      lookalikes.getChildren().setAll(drawnLookalikes.stream().map(this::lookalike).toList());
    }
    boolean asked = decision.isVisible();
    show(decision, sheet.supervised());
    show(lookalikes, sheet.supervised());
    if (sheet.supervised() && !asked) {
      Platform.runLater(reviewReason::requestFocus);
    }
    drawDecision();
  }

  private VBox lookalike(Named named) {
    Label who =
        new Label(
            named.userId().isEmpty()
                ? texts.get("enroll.lookalike.gone")
                : named.name().isEmpty()
                    ? named.userId()
                    : texts.get("result.person.named", named.userId(), named.name()));
    who.setWrapText(true);
    WrapSafe.keep(who);
    Label how =
        new Label(texts.get("enroll.lookalike.value", named.confidence(), named.distance()));
    how.getStyleClass().add("field-hint");
    VBox words = new VBox(who, how);
    Button same = new Button(texts.get("enroll.decide.refuse"));
    same.setAccessibleText(
        texts.get("enroll.decide.refuse") + ": " + WrapSafe.plain(who.getText()));
    same.setMaxWidth(Double.MAX_VALUE);
    same.setUserData(named.person());
    same.setOnAction(event -> model.refuse((UUID) same.getUserData(), reviewReason.getText()));
    VBox row = new VBox(words, same);
    row.getStyleClass().add("lookalike");
    return row;
  }

  private void drawDecision() {
    boolean unsaid = reviewReason.getText().isBlank();
    accept.setDisable(unsaid);
    lookalikes.lookupAll(".button").forEach(button -> button.setDisable(unsaid));
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
