package org.facedesk.desktop.people;

import java.time.Instant;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.facedesk.admin.PersonRow;
import org.facedesk.admin.Role;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.people.PeopleScreen.Listing;
import org.facedesk.desktop.people.PeopleScreen.Side;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.FilePicker;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.jspecify.annotations.Nullable;

/** The list of people, what is searched for, and what stands beside it. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class PeopleController {
  private static final Duration TYPING = Duration.millis(250);

  private final PeopleViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Surroundings around;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private final PauseTransition typing = new PauseTransition(TYPING);
  private @Nullable FaultReport shownFault;

  @FXML private TextField search;
  @FXML private Button stop;
  @FXML private ProgressBar progress;
  @FXML private TableView<PersonRow> table;
  @FXML private TableColumn<PersonRow, String> name;
  @FXML private TableColumn<PersonRow, String> id;
  @FXML private TableColumn<PersonRow, String> enrolled;
  @FXML private TableColumn<PersonRow, String> since;
  @FXML private Label empty;
  @FXML private Label count;
  @FXML private Label notice;
  @FXML private Node person;
  @FXML private Node erasure;
  @FXML private Node importing;
  @FXML private Node side;
  @FXML private StackPane faultSlot;

  PeopleController(PeopleViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.around = around;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    TableRows.column(name, row -> row.name().isEmpty() ? texts.get("people.noName") : row.name());
    TableRows.column(id, row -> row.user().externalId());
    TableRows.column(
        enrolled,
        row -> {
          Instant at = row.user().enrolledAt();
          return at == null ? texts.get("people.notEnrolled") : moments.day(at);
        });
    TableRows.column(since, row -> moments.day(row.user().createdAt()));
    TableRows.fit(table, name);
    TableRows.open(table, model::choose, model::more);
    faultSlot.getChildren().add(faultPanel);
    search.setText(model.screen().typed());
    search.textProperty().addListener((property, before, text) -> typing.playFromStart());
    typing.setOnFinished(event -> model.search(search.getText()));
    search.setOnKeyPressed(key -> {
      if (key.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
        key.consume();
        table.getSelectionModel().selectFirst();
        table.requestFocus();
      }
    });
    ties.tie(typing::stop);
    ties.tie(model.listen(this::draw));
  }

  /** Where an operator begins: typing. */
  void focus() {
    Platform.runLater(search::requestFocus);
  }

  @FXML
  void searchNow() {
    typing.stop();
    model.search(search.getText());
  }

  @FXML
  void stopSearch() {
    model.stopSearch();
  }

  @FXML
  void importList() {
    around
        .vouching()
        .ask(
            Role.SUPERVISOR,
            new Dialogs.Question(
                texts.get("people.import.title"),
                texts.get("people.import.words"),
                texts.get("people.import.choose")),
            (actor, reason) ->
                around
                    .files()
                    .open(
                        texts.get("people.import.title"),
                        new FilePicker.Kind(texts.get("people.import.kind"), "*.csv"))
                    .ifPresent(file -> model.importFrom(file, actor)));
  }

  private void draw(PeopleScreen screen) {
    TableRows.show(table, screen.rows());
    Listing listing = screen.listing();
    Shown.when(listing.going(), stop, progress);
    progress.setProgress(listing.total() == 0 ? -1 : (double) listing.looked() / listing.total());
    count.setText(words(screen));
    empty.setText(
        listing.going()
            ? texts.get("people.searching")
            : texts.get(screen.typed().isBlank() ? "people.empty" : "people.nobody"));
    String done = screen.notice();
    Shown.when(done != null, notice);
    notice.setText(done == null ? "" : texts.get(done));
    drawSide(screen.side());
    drawFault(screen.fault());
  }

  private String words(PeopleScreen screen) {
    Listing listing = screen.listing();
    if (listing.total() == 0) {
      return ""; // the table says so
    }
    if (listing.full()) {
      return texts.get("people.count.full", screen.rows().size());
    }
    if (!screen.typed().isBlank()) {
      return texts.get(
          "people.count.found", screen.rows().size(), listing.looked(), listing.total());
    }
    return texts.get("people.count.all", screen.rows().size(), listing.total());
  }

  private void drawSide(Side beside) {
    Shown.when(!(beside instanceof Side.Nobody), side);
    Shown.when(beside instanceof Side.Person || beside instanceof Side.Renaming, person);
    Shown.when(beside instanceof Side.Erasing || beside instanceof Side.Erased, erasure);
    Shown.when(beside instanceof Side.Importing, importing);
  }

  private void drawFault(@Nullable FaultReport fault) {
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }
}
