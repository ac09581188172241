package org.facedesk.desktop.clients;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.facedesk.desktop.clients.ClientsScreen.Side;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;

/**
 * Key and secret, shown once. When they go, so does what was copied of them, unless something else
 * was copied meanwhile.
 */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class CredentialsController {
  private final ClientsViewModel model;
  private final Texts texts;
  private final Ties ties;
  private String copied = "";

  @FXML private Label title;
  @FXML private TextField clientId;
  @FXML private TextField apiKey;
  @FXML private TextField apiSecret;
  @FXML private Label said;

  CredentialsController(ClientsViewModel model, Texts texts, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.ties = ties;
  }

  @FXML
  void initialize() {
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void copyId() {
    copy(clientId);
  }

  @FXML
  void copyKey() {
    copy(apiKey);
  }

  @FXML
  void copySecret() {
    copy(apiSecret);
  }

  @FXML
  void done() {
    clear();
    model.back();
  }

  private void copy(TextField field) {
    copied = field.getText();
    ClipboardContent content = new ClipboardContent();
    content.putString(copied);
    Clipboard.getSystemClipboard().setContent(content);
    said.setText(texts.get("clients.copied"));
  }

  /** Takes what was copied off the clipboard, if it is still there. */
  void clear() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (!copied.isEmpty() && copied.equals(clipboard.getString())) {
      clipboard.clear();
    }
    copied = "";
    said.setText("");
  }

  private void draw(ClientsScreen screen) {
    if (screen.side() instanceof Side.Credentials credentials) {
      title.setText(texts.get("clients.credentials.title", credentials.name()));
      clientId.setText(credentials.created().clientId());
      apiKey.setText(credentials.created().apiKey());
      apiSecret.setText(credentials.created().apiSecret());
    } else {
      clientId.clear();
      apiKey.clear();
      apiSecret.clear();
    }
  }
}
