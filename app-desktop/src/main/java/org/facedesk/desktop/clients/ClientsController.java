package org.facedesk.desktop.clients;

import java.time.Instant;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.facedesk.admin.ClientOverview;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.controls.TableRows;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.jspecify.annotations.Nullable;

/** The table of clients, and what stands beside it. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ClientsController {
  private final ClientsViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private @Nullable FaultReport shownFault;

  @FXML private TableView<ClientOverview> table;
  @FXML private TableColumn<ClientOverview, String> name;
  @FXML private TableColumn<ClientOverview, String> state;
  @FXML private TableColumn<ClientOverview, String> people;
  @FXML private TableColumn<ClientOverview, String> sessions;
  @FXML private TableColumn<ClientOverview, String> used;
  @FXML private Label empty;
  @FXML private Label notice;
  @FXML private Node side;
  @FXML private Node details;
  @FXML private Node form;
  @FXML private Node credentials;
  @FXML private StackPane faultSlot;

  ClientsController(ClientsViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    TableRows.column(name, row -> row.client().name());
    TableRows.column(
        state,
        row -> {
          if (row.client().builtIn()) {
            return texts.get("clients.state.builtIn");
          }
          return texts.get(
              row.client().active() ? "clients.state.active" : "clients.state.revoked");
        });
    TableRows.column(people, row -> texts.get("clients.number", row.people()));
    TableRows.column(sessions, row -> texts.get("clients.number", row.openSessions()));
    TableRows.column(
        used,
        row -> {
          Instant at = row.client().lastUsedAt();
          return at == null ? texts.get("clients.never") : moments.dayAndTime(at);
        });
    TableRows.fit(table, name);
    TableRows.open(table, model::choose, () -> {});
    faultSlot.getChildren().add(faultPanel);
    ties.tie(model.listen(this::draw));
  }

  void focus() {
    Platform.runLater(table::requestFocus);
  }

  @FXML
  void create() {
    model.beginCreate();
  }

  private void draw(ClientsScreen screen) {
    TableRows.show(table, screen.rows());
    empty.setText(texts.get(screen.asked() ? "clients.empty" : "clients.asking"));
    String done = screen.notice();
    Shown.when(done != null, notice);
    notice.setText(done == null ? "" : texts.get(done));
    Shown.when(!(screen.side() instanceof Side.Nothing), side);
    Shown.when(screen.side() instanceof Side.Details, details);
    Shown.when(screen.side() instanceof Side.Form, form);
    Shown.when(screen.side() instanceof Side.Credentials, credentials);
    FaultReport fault = screen.fault();
    faultSlot.setVisible(fault != null);
    if (fault != null && !fault.equals(shownFault)) {
      faultPanel.show(fault, model::dismissFault);
    }
    shownFault = fault;
  }
}
