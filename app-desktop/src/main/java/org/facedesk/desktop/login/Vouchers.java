package org.facedesk.desktop.login;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.admin.SignIn;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.Vouching;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/** Asks someone else at the desk to sign for a decision, in a dialog. */
public final class Vouchers implements Vouching {
  private final SignIn signIn;
  private final SignedIn signedIn;
  private final Background background;
  private final Dialogs dialogs;
  private final Supplier<Texts> texts;

  public Vouchers(
      SignIn signIn,
      SignedIn signedIn,
      Background background,
      Dialogs dialogs,
      Supplier<Texts> texts) {
    this.signIn = signIn;
    this.signedIn = signedIn;
    this.background = background;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @Override
  public void ask(Role needed, Dialogs.Question question, BiConsumer<Actor, String> granted) {
    boolean covered = signedIn.operator().filter(who -> who.role().covers(needed)).isPresent();
    if (covered) {
      dialogs.ask(question, reason -> granted.accept(signedIn.get(), reason));
    } else {
      new Form(needed, question, granted).show();
    }
  }

  /** Question, reason, name and password. */
  private final class Form {
    private final Role needed;
    private final Dialogs.Question question;
    private final BiConsumer<Actor, String> granted;
    private final @Nullable TextArea reason;
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final Label notice = new Label();
    private final Button agree;
    private boolean waiting;
    private boolean declined;

    Form(Role needed, Dialogs.Question question, BiConsumer<Actor, String> granted) {
      this.needed = needed;
      this.question = question;
      this.granted = granted;
      this.reason = question.reason() == null ? null : new TextArea();
      this.agree = new Button(question.agree());
    }

    void show() {
      Texts words = texts.get();
      VBox content = new VBox(wrapped(question.words(), "dialog-words"));
      content.getStyleClass().add("dialog-content");
      if (reason != null && question.reason() != null) {
        reason.setPrefRowCount(2);
        reason.setWrapText(true);
        content.getChildren().add(field(question.reason().label(), reason));
      }
      content
          .getChildren()
          .addAll(
              wrapped(words.get("login.vouch", words.of("role", needed)), "dialog-words"),
              field(words.get("login.vouch.name"), name),
              field(words.get("login.password"), password),
              notice);
      notice.setWrapText(true);
      WrapSafe.keep(notice);
      notice.getStyleClass().add("dialog-notice");
      notice.setVisible(false);
      notice.setManaged(false);
      Button decline = new Button(words.get("dialog.cancel"));
      agree.getStyleClass().add(question.grave() ? "danger" : "accent");
      agree.setId("dialog-agree");
      name.setId("vouch-name");
      password.setId("vouch-password");
      HBox buttons = new HBox(decline, agree);
      buttons.getStyleClass().add("dialog-buttons");
      content.getChildren().add(buttons);
      Dialogs.Shown shown = dialogs.show(question.title(), content, () -> declined = true);
      decline.setOnAction(event -> {
        declined = true;
        shown.close();
      });
      agree.setOnAction(event -> confirm(shown));
      password.setOnAction(event -> confirm(shown));
    }

    private void confirm(Dialogs.Shown shown) {
      if (waiting) {
        return; // Enter once more: the field is empty by now, and that would count as a try
      }
      String why = reason == null ? "" : reason.getText().strip();
      int maximum = question.reason() == null ? 0 : question.reason().maximum();
      if (reason != null && (why.isEmpty() || why.length() > maximum)) {
        say(texts.get().get("login.vouch.reason"));
        reason.requestFocus();
        return;
      }
      char[] typed = password.getText().toCharArray();
      password.clear();
      awaiting(true);
      background.run(
          () -> signIn.confirm(name.getText(), typed),
          result -> answered(result, why, shown),
          fault -> {
            awaiting(false);
            say(fault.words(texts.get()) + " " + fault.remedy(texts.get()));
          });
    }

    private void answered(SignIn.Result result, String why, Dialogs.Shown shown) {
      awaiting(false);
      if (declined) {
        return; // whoever was asked took it back while the password was looked at
      }
      switch (result) {
        case SignIn.Result.Welcome welcome -> {
          if (welcome.operator().role().covers(needed)) {
            shown.close();
            granted.accept(welcome.operator().actor(), why);
          } else {
            say(texts.get().get("login.vouch.less", texts.get().of("role", needed)));
          }
        }
        case SignIn.Result.Refused refused -> say(texts.get().get("login.notice.REFUSED"));
        case SignIn.Result.Locked locked -> say(texts.get().get("login.vouch.locked"));
      }
      password.requestFocus();
    }

    private void awaiting(boolean now) {
      waiting = now;
      agree.setDisable(now);
    }

    private void say(String words) {
      notice.setText(words);
      notice.setVisible(true);
      notice.setManaged(true);
    }

    private static Label wrapped(String text, String style) {
      Label label = new Label(text);
      label.setWrapText(true);
      WrapSafe.keep(label);
      label.getStyleClass().add(style);
      return label;
    }

    private static VBox field(String label, Node input) {
      Label above = new Label(label);
      above.setLabelFor(input);
      input.setAccessibleText(label);
      return new VBox(4, above, input);
    }
  }
}
