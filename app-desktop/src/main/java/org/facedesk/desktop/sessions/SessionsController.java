package org.facedesk.desktop.sessions;

import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.facedesk.admin.Role;
import org.facedesk.admin.SessionWatch.Watched;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.engine.quality.Guidance;
import org.jspecify.annotations.Nullable;

/** The table of sessions, and the button that ends one. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class SessionsController {
  private final SessionsViewModel model;
  private final Texts texts;
  private final Surroundings around;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private @Nullable FaultReport shownFault;

  @FXML private TableView<Watched> table;
  @FXML private TableColumn<Watched, String> client;
  @FXML private TableColumn<Watched, String> type;
  @FXML private TableColumn<Watched, String> person;
  @FXML private TableColumn<Watched, String> state;
  @FXML private TableColumn<Watched, String> frames;
  @FXML private TableColumn<Watched, String> fps;
  @FXML private TableColumn<Watched, String> feedback;
  @FXML private TableColumn<Watched, String> left;
  @FXML private Label empty;
  @FXML private Label count;
  @FXML private Label notice;
  @FXML private Button cancel;
  @FXML private StackPane faultSlot;

  SessionsController(SessionsViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.around = around;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    String none = texts.get("sessions.none");
    TableRows.column(client, Watched::clientName);
    TableRows.column(type, row -> texts.of("sessions.type", row.session().view().type()));
    TableRows.column(
        person,
        row -> {
          String userId = row.session().view().userId();
          return userId == null ? none : userId;
        });
    TableRows.column(state, row -> texts.of("sessions.state", row.session().view().status()));
    TableRows.column(frames, row -> texts.get("sessions.number", row.session().view().frames()));
    TableRows.column(fps, row -> texts.get("sessions.fps.value", row.session().fps()));
    TableRows.column(
        feedback,
        row -> {
          Guidance guidance = row.session().guidance();
          return guidance == null ? none : texts.of("guidance", guidance);
        });
    TableRows.column(left, row -> time(row.session().millisLeft()));
    TableRows.fit(table, feedback);
    TableRows.keys(table);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> cancel.setDisable(now == null));
    faultSlot.getChildren().add(faultPanel);
    ties.tie(model.listen(this::draw));
  }

  void focus() {
    Platform.runLater(table::requestFocus);
  }

  @FXML
  void cancel() {
    Watched chosen = table.getSelectionModel().getSelectedItem();
    if (chosen == null) {
      return;
    }
    Dialogs.Question question =
        new Dialogs.Question(
                texts.get("sessions.cancel.title"),
                texts.get("sessions.cancel.words", chosen.clientName()),
                texts.get("sessions.cancel.agree"))
            .asGrave();
    UUID id = chosen.session().view().sessionId();
    Role needed = chosen.mayCancel() ? Role.OPERATOR : Role.SUPERVISOR;
    around.vouching().ask(needed, question, (actor, reason) -> model.cancel(id, actor));
  }

  private String time(long millis) {
    long seconds = millis / 1000;
    return texts.get("sessions.left.value", seconds / 60, seconds % 60);
  }

  private void draw(SessionsScreen screen) {
    show(screen.rows());
    empty.setText(texts.get(screen.asked() ? "sessions.empty" : "sessions.asking"));
    count.setText(texts.get("sessions.count", screen.rows().size()));
    String done = screen.notice();
    Shown.when(done != null, notice);
    notice.setText(done == null ? "" : texts.get(done));
    FaultReport fault = screen.fault();
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }

  /** Rows change every second; the one that is chosen stays chosen. */
  private void show(List<Watched> rows) {
    Watched chosen = table.getSelectionModel().getSelectedItem();
    ObservableList<Watched> shown = table.getItems();
    for (int i = 0; i < rows.size(); i++) {
      if (i >= shown.size()) {
        shown.add(rows.get(i));
      } else if (!shown.get(i).equals(rows.get(i))) {
        shown.set(i, rows.get(i));
      }
    }
    if (shown.size() > rows.size()) {
      shown.remove(rows.size(), shown.size());
    }
    if (chosen == null) {
      return;
    }
    UUID id = chosen.session().view().sessionId();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).session().view().sessionId().equals(id)) {
        table.getSelectionModel().select(i);
        return;
      }
    }
    table.getSelectionModel().clearSelection();
  }
}
