package org.facedesk.desktop.login;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Operator;
import org.facedesk.admin.OperatorAdministration;
import org.facedesk.admin.OperatorResult;
import org.facedesk.admin.PasswordRule;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.WrapSafe;

/** The dialog in which operators change their own password. */
public final class PasswordDialog {
  private final OperatorAdministration operators;
  private final Background background;
  private final Dialogs dialogs;
  private final Texts texts;
  private final PasswordField present = new PasswordField();
  private final PasswordField next = new PasswordField();
  private final PasswordField repeated = new PasswordField();
  private final Label notice = new Label();
  private final Button go = new Button();

  public PasswordDialog(
      OperatorAdministration operators, Background background, Dialogs dialogs, Texts texts) {
    this.operators = operators;
    this.background = background;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  public void show(Operator who) {
    notice.setWrapText(true);
    WrapSafe.keep(notice);
    notice.getStyleClass().add("dialog-notice");
    say("");
    Label rule = new Label(texts.get("login.password.rule", PasswordRule.MIN_LENGTH));
    rule.setWrapText(true);
    WrapSafe.keep(rule);
    rule.getStyleClass().add("dialog-hint");
    Button decline = new Button(texts.get("dialog.cancel"));
    go.setText(texts.get("login.change"));
    go.setId("dialog-agree");
    go.getStyleClass().add("accent");
    go.setDefaultButton(true);
    HBox buttons = new HBox(decline, go);
    buttons.getStyleClass().add("dialog-buttons");
    VBox content =
        new VBox(
            OperatorForm.field(texts.get("login.change.present"), present),
            OperatorForm.field(texts.get("login.change.next"), next),
            OperatorForm.field(texts.get("login.password.again"), repeated),
            rule,
            notice,
            buttons);
    content.getStyleClass().add("dialog-content");
    Dialogs.Shown shown = dialogs.show(texts.get("login.change"), content, () -> {});
    decline.setOnAction(event -> shown.close());
    go.setOnAction(event -> change(who, shown));
  }

  private void change(Operator who, Dialogs.Shown shown) {
    char[] before = OperatorsController.taken(present);
    char[] after = OperatorsController.taken(next);
    char[] again = OperatorsController.taken(repeated);
    boolean same = Arrays.equals(after, again);
    Arrays.fill(again, '\0');
    if (!same) {
      Arrays.fill(before, '\0');
      Arrays.fill(after, '\0');
      say(texts.get("login.notice.NOT_THE_SAME"));
      return;
    }
    go.setDisable(true);
    background.run(
        () -> operators.changeOwnPassword(who, before, after),
        result -> {
          go.setDisable(false);
          switch (result) {
            case OperatorResult.Done done -> {
              shown.close();
              dialogs.tell(texts.get("login.change"), texts.get("login.change.done"));
            }
            case OperatorResult.Refused(OperatorResult.Reason reason) ->
                say(texts.of("operators.refused", reason));
          }
        },
        fault -> {
          go.setDisable(false);
          say(fault.words(texts) + " " + fault.remedy(texts));
        });
  }

  private void say(String words) {
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    notice.setManaged(!words.isEmpty());
  }
}
