package org.facedesk.desktop.clients;

import java.time.Instant;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.facedesk.admin.ClientOverview;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.controls.Shown;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Moments;
import org.facedesk.desktop.ui.Surroundings;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.store.ClientRecord;

/** One client: how it is served, and what can be done. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class ClientController {
  private final ClientsViewModel model;
  private final Texts texts;
  private final Moments moments;
  private final Surroundings around;
  private final Ties ties;

  @FXML private Label title;
  @FXML private Label id;
  @FXML private Label facts;
  @FXML private Label desk;
  @FXML private Node actions;

  ClientController(ClientsViewModel model, Texts texts, Surroundings around, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.moments = new Moments(texts);
    this.around = around;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void change() {
    model.beginChange();
  }

  @FXML
  void rotate() {
    around.dialogs().ask(question("clients.rotate"), reason -> model.rotate());
  }

  @FXML
  void revoke() {
    around.dialogs().ask(question("clients.revoke"), reason -> model.revoke());
  }

  private Dialogs.Question question(String key) {
    return new Dialogs.Question(
            texts.get(key + ".title", title.getText()),
            texts.get(key + ".words"),
            texts.get(key + ".agree"))
        .asGrave();
  }

  private void draw(ClientsScreen screen) {
    if (!(screen.side() instanceof Side.Details(ClientOverview overview))) {
      return;
    }
    ClientRecord client = overview.client();
    title.setText(client.name());
    id.setText(client.clientId());
    Shown.when(client.builtIn(), desk);
    Shown.when(client.active() && !client.builtIn(), actions);
    actions.setDisable(screen.working());
    facts.setText(facts(overview, client));
  }

  private String facts(ClientOverview overview, ClientRecord client) {
    Integer limit = client.openSessions();
    Instant revoked = client.revokedAt();
    boolean apart = client.gallery().equals(client.id());
    return texts.get(
        "clients.facts",
        moments.dayAndTime(client.createdAt()),
        revoked == null ? texts.get("clients.none") : moments.dayAndTime(revoked),
        texts.of("clients.envelope", client.envelope()),
        texts.get(client.strict() ? "clients.yes" : "clients.no"),
        texts.get(apart ? "clients.gallery.own" : "clients.gallery.desk"),
        client.origins().isEmpty()
            ? texts.get("clients.none")
            : String.join("\n", client.origins()),
        limit == null ? texts.get("clients.limit.station") : limit.toString(),
        overview.webhook().orElse(texts.get("clients.none")));
  }
}
