package org.facedesk.desktop.people;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.facedesk.admin.PersonHistory;
import org.facedesk.admin.Role;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/** One person: who it is, what happened, what can be done. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class PersonController {
  private static final double PORTRAIT = 128;

  private final PeopleViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Surroundings around;
  private final Ties ties;
  private @Nullable PersonHistory drawn;
  private boolean renaming;

  @FXML private ImageView portrait;
  @FXML private Node noPortrait;
  @FXML private Label title;
  @FXML private Label id;
  @FXML private Label state;
  @FXML private Label client;
  @FXML private Node renameBox;
  @FXML private TextField newName;
  @FXML private Node actions;
  @FXML private Button again;
  @FXML private ListView<HistoryLine> history;

  PersonController(PeopleViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.around = around;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    history.setCellFactory(list -> new HistoryCell(texts, moments));
    history.setPlaceholder(new Label(texts.get("people.history.empty")));
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void rename() {
    model.beginRename();
  }

  @FXML
  void saveName() {
    model.rename(newName.getText());
  }

  @FXML
  void cancel() {
    model.back();
  }

  @FXML
  void enrollAgain() {
    if (drawn != null) {
      around.navigation().enroll(drawn.user().externalId(), drawn.name());
    }
  }

  @FXML
  void unlock() {
    around
        .vouching()
        .ask(Role.SUPERVISOR, question("people.unlock"), (actor, reason) -> model.unlock(actor));
  }

  @FXML
  void export() {
    around
        .vouching()
        .ask(
            Role.SUPERVISOR,
            question("people.export"),
            (actor, reason) ->
                around
                    .files()
                    .save(
                        texts.get("people.export.title"),
                        "person.zip",
                        new FilePicker.Kind(texts.get("people.export.kind"), "*.zip"))
                    .ifPresent(file -> model.export(file, actor)));
  }

  @FXML
  void erase() {
    model.beginErase();
  }

  private Dialogs.Question question(String key) {
    return new Dialogs.Question(
        texts.get(key + ".title"), texts.get(key + ".words"), texts.get(key + ".agree"));
  }

  private void draw(PeopleScreen screen) {
    Optional<Side.Person> shown =
        switch (screen.side()) {
          case Side.Person person -> Optional.of(person);
          case Side.Renaming(Side.Person person) -> Optional.of(person);
          case Side.Nobody _, Side.Erasing _, Side.Erased _, Side.Importing _ -> Optional.empty();
        };
    shown.ifPresent(this::draw);
    boolean asked = screen.side() instanceof Side.Renaming;
    Shown.when(asked, renameBox);
    Shown.when(!asked, actions);
    if (asked && !renaming && shown.isPresent()) {
      newName.setText(shown.get().history().name());
      Platform.runLater(newName::requestFocus);
    }
    renaming = asked;
    actions.setDisable(screen.working());
  }

  private void draw(Side.Person person) {
    PersonHistory now = person.history();
    if (now.equals(drawn)) {
      return;
    }
    drawn = now;
    title.setText(now.name().isEmpty() ? texts.get("people.noName") : now.name());
    id.setText(now.user().externalId());
    Instant enrolledAt = now.user().enrolledAt();
    state.setText(
        enrolledAt == null
            ? texts.get("people.state.none")
            : texts.get("people.state.enrolled", moments.dayAndTime(enrolledAt)));
    Shown.when(!person.deskOwn(), client);
    client.setText(texts.get("people.ofClient", person.clientName()));
    Shown.when(person.deskOwn(), again);
    again.setText(texts.get(enrolledAt == null ? "people.first" : "people.again"));
    now.portrait()
        .ifPresent(jpeg ->
            portrait.setImage(
                new Image(new ByteArrayInputStream(jpeg), PORTRAIT, PORTRAIT, true, true)));
    Shown.when(now.portrait().isPresent(), portrait);
    Shown.when(now.portrait().isEmpty(), noPortrait);
    history.setItems(FXCollections.observableList(person.lines()));
  }

  /** A line of the history: when, what, and where from. */
  private static final class HistoryCell extends ListCell<HistoryLine> {
    private final Texts texts;
    private final Moments moments;

    HistoryCell(Texts texts, Moments moments) {
      this.texts = texts;
      this.moments = moments;
      setWrapText(true);
      WrapSafe.keep(this);
      getStyleClass().add("history-line");
      setPrefWidth(0); // as wide as the list, however long the text is
    }

    @Override
    protected void updateItem(@Nullable HistoryLine line, boolean empty) {
      super.updateItem(line, empty);
      setText(
          empty || line == null
              ? null
              : texts.get("people.history.line", moments.dayAndTime(line.at()), words(line)));
    }

    private String words(HistoryLine line) {
      String key =
          switch (line.kind()) {
            case ENROLLMENT -> "people.history.enrollment." + line.code();
            case ATTEMPT -> "people.history.attempt." + line.code();
            case TRAIL -> "people.history.trail." + line.code();
          };
      String what = texts.has(key) ? texts.get(key) : line.code();
      return line.detail().isEmpty() ? what : what + " · " + detail(line);
    }

    private String detail(HistoryLine line) {
      String key = "people.history.detail." + line.detail();
      return texts.has(key) ? texts.get(key) : line.detail();
    }
  }
}
