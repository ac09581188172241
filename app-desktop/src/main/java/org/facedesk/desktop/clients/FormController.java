package org.facedesk.desktop.clients;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.facedesk.store.ClientRecord.Envelope;
import org.jspecify.annotations.Nullable;

/** The form a client is described with. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class FormController {
  private final ClientsViewModel model;
  private final Texts texts;
  private final Ties ties;
  private @Nullable ClientForm drawn;

  @FXML private Label title;
  @FXML private TextField name;
  @FXML private ChoiceBox<Envelope> envelope;
  @FXML private CheckBox strict;
  @FXML private CheckBox deskGallery;
  @FXML private TextArea origins;
  @FXML private TextField limit;
  @FXML private TextField webhook;
  @FXML private Button save;

  FormController(ClientsViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    envelope.getItems().setAll(Envelope.values());
    envelope.setConverter(new EnvelopeWords());
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void save() {
    model.save(
        new ClientForm(
            name.getText(),
            envelope.getValue(),
            strict.isSelected(),
            deskGallery.isSelected(),
            origins.getText(),
            limit.getText(),
            webhook.getText()));
  }

  @FXML
  void cancel() {
    model.back();
  }

  private void draw(ClientsScreen screen) {
    if (!(screen.side() instanceof Side.Form form)) {
      drawn = null;
      return;
    }
    save.setDisable(screen.working());
    ClientForm start = form.start();
    if (start.equals(drawn)) {
      return; // what is being entered stays
    }
    drawn = start;
    boolean fresh = form.client() == null;
    title.setText(texts.get(fresh ? "clients.create.title" : "clients.change.title"));
    save.setText(texts.get(fresh ? "clients.create.save" : "clients.change.save"));
    name.setText(start.name());
    envelope.setValue(start.envelope());
    strict.setSelected(start.strict());
    deskGallery.setSelected(start.deskGallery());
    deskGallery.setDisable(!fresh);
    origins.setText(start.origins());
    limit.setText(start.limit());
    webhook.setText(start.webhook());
    Platform.runLater(name::requestFocus);
  }

  private final class EnvelopeWords extends StringConverter<Envelope> {
    @Override
    public String toString(@Nullable Envelope value) {
      return value == null ? "" : texts.of("clients.envelope", value);
    }

    @Override
    public Envelope fromString(String text) {
      throw new UnsupportedOperationException("it is chosen, not typed");
    }
  }
}
