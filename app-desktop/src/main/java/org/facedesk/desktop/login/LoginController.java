package org.facedesk.desktop.login;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.admin.PasswordRule;
import org.facedesk.desktop.controls.FaultPanel;
import org.facedesk.desktop.login.LoginScreen.Cover;
import org.facedesk.desktop.ui.Appearance;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Ties;
import org.jspecify.annotations.Nullable;

/** Draws the covers: first start, sign in, locked. */
@SuppressWarnings("NullAway.Init") // FXML sets the fields
public final class LoginController {
  private final LoginViewModel model;
  private final Texts texts;
  private final Appearance appearance;
  private final Ties ties;
  private final FaultPanel faultPanel;
  private @Nullable Cover shown;

  @FXML private VBox card;
  @FXML private Label title;
  @FXML private Label words;
  @FXML private VBox nameField;
  @FXML private TextField name;
  @FXML private VBox passwordField;
  @FXML private PasswordField password;
  @FXML private Label rule;
  @FXML private VBox repeatedField;
  @FXML private PasswordField repeated;
  @FXML private Label capsLock;
  @FXML private HBox noticeBox;
  @FXML private Label notice;
  @FXML private ProgressBar waiting;
  @FXML private Button go;
  @FXML private Button other;
  @FXML private MenuButton language;
  @FXML private StackPane faultSlot;

  LoginController(LoginViewModel model, Texts texts, Appearance appearance, Ties ties) {
    this.model = model;
    this.texts = texts;
    this.appearance = appearance;
    this.ties = ties;
    this.faultPanel = new FaultPanel(texts);
  }

  @FXML
  void initialize() {
    faultSlot.getChildren().add(faultPanel);
    rule.setText(texts.get("login.password.rule", PasswordRule.MIN_LENGTH));
    for (Locale each : Texts.LANGUAGES) {
      RadioMenuItem item = new RadioMenuItem(texts.get("language." + each.getLanguage()));
      item.setSelected(each.getLanguage().equals(texts.locale().getLanguage()));
      item.setOnAction(event -> appearance.speak(each));
      language.getItems().add(item);
    }
    language.setText(texts.get("language." + texts.locale().getLanguage()));
    card.addEventFilter(javafx.scene.input.KeyEvent.ANY, key -> drawCapsLock());
    model.type(""); // a cover in another language begins with an empty field
    name.textProperty().addListener((property, before, now) -> model.type(now));
    ties.tie(model.listen(this::draw));
  }

  @FXML
  void next() {
    if (go.isDisabled()) {
      return; // Enter in a field comes here, too; what was typed stays
    }
    switch (model.screen().cover()) {
      case FIRST_START -> {
        if (password.getText().isEmpty() && password.isFocused() == false && name.isFocused()) {
          password.requestFocus();
          return;
        }
        model.found(name.getText(), taken(password), taken(repeated));
      }
      case SIGN_IN -> {
        if (name.isFocused() && password.getText().isEmpty()) {
          password.requestFocus();
          return;
        }
        model.signIn(name.getText(), taken(password));
      }
      case LOCKED -> model.unlock(taken(password));
      case STARTING, OPEN -> {}
    }
  }

  @FXML
  void switchOperator() {
    model.signOut();
  }

  private void draw(LoginScreen screen) {
    Cover cover = screen.cover();
    boolean first = cover == Cover.FIRST_START;
    boolean locked = cover == Cover.LOCKED;
    title.setText(texts.get(first ? "login.first" : locked ? "login.locked" : "login.title"));
    words.setText(
        first
            ? texts.get("login.first.words")
            : locked ? texts.get("login.locked.words", screen.name()) : texts.get("login.words"));
    show(nameField, !locked);
    show(repeatedField, first);
    show(rule, first);
    show(other, locked);
    go.setText(texts.get(first ? "login.first.go" : locked ? "login.locked.go" : "login.go"));
    notice.setText(words(screen));
    show(noticeBox, !notice.getText().isEmpty());
    boolean shut = screen.waiting() || screen.seconds() > 0 || cover == Cover.STARTING;
    go.setDisable(shut);
    other.setDisable(screen.waiting()); // whose password is looked at is let in or not, first
    for (Node field : List.of(nameField, passwordField, repeatedField)) {
      field.setDisable(screen.waiting() || cover == Cover.STARTING);
    }
    waiting.setVisible(screen.waiting());
    show(faultSlot, screen.fault() != null);
    if (screen.fault() != null) {
      faultPanel.show(screen.fault(), model::dismissFault);
    }
    drawCapsLock();
    if (cover != shown) {
      shown = cover;
      enter(cover);
    } else if (screen.notice() != null && !shut && !name.isFocused()) {
      password.requestFocus(); // disabling took the focus away
    }
  }

  private void enter(Cover cover) {
    password.clear();
    repeated.clear();
    if (cover != Cover.SIGN_IN) {
      name.clear();
    }
    Platform.runLater((cover == Cover.LOCKED ? password : name)::requestFocus);
  }

  private String words(LoginScreen screen) {
    LoginScreen.Notice why = screen.notice();
    if (why == null) {
      return "";
    }
    return switch (why) {
      case LOCKED_OUT -> texts.get("login.notice.LOCKED_OUT", screen.seconds());
      case PASSWORD_TOO_SHORT ->
          texts.get("login.notice.PASSWORD_TOO_SHORT", PasswordRule.MIN_LENGTH);
      case PASSWORD_TOO_LONG ->
          texts.get("login.notice.PASSWORD_TOO_LONG", PasswordRule.MAX_LENGTH);
      default -> texts.of("login.notice", why);
    };
  }

  private void drawCapsLock() {
    Optional<Boolean> on = Platform.isKeyLocked(KeyCode.CAPS);
    show(capsLock, on.orElse(false));
  }

  /** What was typed; the field forgets it. */
  private static char[] taken(PasswordField field) {
    char[] typed = field.getText().toCharArray();
    field.clear();
    return typed;
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
