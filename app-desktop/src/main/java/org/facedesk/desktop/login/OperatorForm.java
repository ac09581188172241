package org.facedesk.desktop.login;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.admin.OperatorView;
import org.facedesk.admin.PasswordRule;
import org.facedesk.admin.Role;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.WrapSafe;

/** The dialogs in which an account is made or changed; one instance shows one. */
final class OperatorForm {
  private final Texts texts;
  private final Dialogs dialogs;
  private final OperatorsViewModel model;
  private final TextField name = new TextField();
  private final PasswordField password = new PasswordField();
  private final PasswordField repeated = new PasswordField();
  private final ToggleGroup roles = new ToggleGroup();
  private final Label notice = new Label();
  private Runnable unlisten = () -> {};

  OperatorForm(Texts texts, Dialogs dialogs, OperatorsViewModel model) {
    this.texts = texts;
    this.dialogs = dialogs;
    this.model = model;
    name.setId("operator-name");
    password.setId("operator-password");
    repeated.setId("operator-repeated");
    notice.setWrapText(true);
    WrapSafe.keep(notice);
    notice.getStyleClass().add("dialog-notice");
  }

  void create() {
    show(
        texts.get("operators.new"),
        texts.get("operators.create"),
        done -> {
          if (same()) {
            repeated.clear();
            model.create(name.getText(), chosenRole(), OperatorsController.taken(password), done);
          }
        },
        field(texts.get("operators.column.name"), name),
        roles(Role.OPERATOR),
        field(texts.get("operators.password.first"), password),
        field(texts.get("login.password.again"), repeated),
        rule());
  }

  void rename(OperatorView operator) {
    name.setText(operator.name());
    show(
        texts.get("operators.rename"),
        texts.get("operators.save"),
        done -> model.rename(operator.id(), name.getText(), done),
        field(texts.get("operators.column.name"), name));
  }

  void changeRole(OperatorView operator) {
    show(
        texts.get("operators.role"),
        texts.get("operators.save"),
        done -> model.changeRole(operator.id(), chosenRole(), done),
        new Label(operator.name()),
        roles(operator.role()));
  }

  void resetPassword(OperatorView operator) {
    show(
        texts.get("operators.password"),
        texts.get("operators.save"),
        done -> {
          if (same()) {
            repeated.clear();
            model.resetPassword(operator.id(), OperatorsController.taken(password), done);
          }
        },
        new Label(operator.name()),
        field(texts.get("login.change.next"), password),
        field(texts.get("login.password.again"), repeated),
        rule());
  }

  private interface Save {
    /**
     * @param done called when it is saved
     */
    void save(Runnable done);
  }

  private void show(String title, String agree, Save save, Node... fields) {
    Button decline = new Button(texts.get("dialog.cancel"));
    Button go = new Button(agree);
    go.setId("dialog-agree");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    HBox buttons = new HBox(decline, go);
    buttons.getStyleClass().add("dialog-buttons");
    VBox content = new VBox(fields);
    content.getStyleClass().add("dialog-content");
    content.getChildren().addAll(notice, buttons);
    say("");
    model.dismiss();
    Dialogs.Shown shown = dialogs.show(title, content, this::over);
    unlisten =
        model.listen(screen -> {
          go.setDisable(screen.loading());
          if (screen.refused() != null) {
            say(texts.of("operators.refused", screen.refused()));
          }
        });
    decline.setOnAction(event -> {
      over();
      shown.close();
    });
    go.setOnAction(event ->
        save.save(() -> {
          over();
          shown.close();
        }));
  }

  private void over() {
    unlisten.run();
    model.dismiss();
  }

  private boolean same() {
    char[] one = password.getText().toCharArray();
    char[] other = repeated.getText().toCharArray();
    boolean same = Arrays.equals(one, other);
    Arrays.fill(one, '\0');
    Arrays.fill(other, '\0');
    if (!same) {
      say(texts.get("login.notice.NOT_THE_SAME"));
    }
    return same;
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
  }

  private Label rule() {
    Label rule = new Label(texts.get("login.password.rule", PasswordRule.MIN_LENGTH));
    rule.setWrapText(true);
    WrapSafe.keep(rule);
    rule.getStyleClass().add("dialog-hint");
    return rule;
  }

  private VBox roles(Role chosen) {
    VBox box = new VBox(6);
    for (Role each : List.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
      RadioButton button = new RadioButton(texts.of("role", each));
      button.setId("role-" + each.name());
      button.setToggleGroup(roles);
      button.setUserData(each);
      button.setSelected(each == chosen);
      box.getChildren().add(button);
    }
    return box;
  }

  private Role chosenRole() {
    return (Role) roles.getSelectedToggle().getUserData();
  }

  static VBox field(String label, Node input) {
    Label above = new Label(label);
    above.setLabelFor(input);
    input.setAccessibleText(label);
    return new VBox(4, above, input);
  }
}
