package org.facedesk.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.facedesk.desktop.ui.Dialogs;
import org.facedesk.desktop.ui.Texts;
import org.facedesk.desktop.ui.WrapSafe;
import org.jspecify.annotations.Nullable;

/**
 * Dialogs as cards on a veil over the screens. What lies below the newest one is disabled, so that
 * the focus cannot leave it.
 */
final class OverlayDialogs implements Dialogs {
  private static final int REASON_ROWS = 3;

  private final StackPane layer;
  private final Node below;
  private final Supplier<Texts> texts;
  private final Deque<Card> cards = new ArrayDeque<>();

  /**
   * @param layer where the cards lie
   * @param below everything they cover
   */
  OverlayDialogs(StackPane layer, Node below, Supplier<Texts> texts) {
    this.layer = layer;
    this.below = below;
    this.texts = texts;
    layer.setVisible(false);
    layer.getStyleClass().add("dialog-veil");
    layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  boolean open() {
    return !cards.isEmpty();
  }

  /** Declines everything that is shown. */
  void declineAll() {
    while (open()) {
      decline();
    }
  }

  @Override
  public void ask(Question question, Consumer<String> agreed) {
    Label words = words(question.words());
    VBox content = new VBox(words);
    content.getStyleClass().add("dialog-content");
    TextArea reason = question.reason() == null ? null : reason(question.reason(), content);
    Button agree = new Button(question.agree());
    agree.setId("dialog-agree");
    agree.getStyleClass().add(question.grave() ? "danger" : "accent");
    Button decline = new Button(texts.get().get("dialog.cancel"));
    decline.setId("dialog-decline");
    content.getChildren().add(buttons(decline, agree));
    Shown shown = show(question.title(), content, () -> {});
    decline.setOnAction(event -> shown.close());
    agree.setOnAction(event -> {
      String given = reason == null ? "" : reason.getText().strip();
      shown.close();
      agreed.accept(given);
    });
    agree.setDefaultButton(reason == null && !question.grave());
    if (reason != null) {
      int maximum = question.reason() == null ? 0 : question.reason().maximum();
      agree
          .disableProperty()
          .bind(
              reason.textProperty().map(text -> text.isBlank() || text.strip().length() > maximum));
      reason.requestFocus();
    } else {
      (question.grave() ? decline : agree).requestFocus();
    }
  }

  @Override
  public void tell(String title, String words) {
    Button close = new Button(texts.get().get("dialog.close"));
    close.setId("dialog-close");
    close.setDefaultButton(true);
    VBox content = new VBox(words(words), buttons(close));
    content.getStyleClass().add("dialog-content");
    Shown shown = show(title, content, () -> {});
    close.setOnAction(event -> shown.close());
    close.requestFocus();
  }

  @Override
  public Shown show(String title, Node content, Runnable declined) {
    Card card = new Card(title, content, declined, focusOwner());
    if (cards.isEmpty()) {
      below.setDisable(true);
    } else {
      cards.getFirst().pane.setDisable(true);
    }
    cards.push(card);
    layer.getChildren().add(card.pane);
    layer.setVisible(true);
    layer.applyCss();
    layer.layout();
    focusFirst(content);
    return () -> take(card);
  }

  private void take(Card card) {
    if (!cards.remove(card)) {
      return;
    }
    layer.getChildren().remove(card.pane);
    layer.setVisible(open());
    if (cards.isEmpty()) {
      below.setDisable(false);
    } else {
      cards.getFirst().pane.setDisable(false);
    }
    if (card.before != null && card.before.getScene() != null) {
      card.before.requestFocus();
    }
  }

  private void decline() {
    Card newest = cards.getFirst();
    take(newest);
    newest.declined.run();
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE && open()) {
      key.consume();
      decline();
    }
  }

  private @Nullable Node focusOwner() {
    return layer.getScene() == null ? null : layer.getScene().getFocusOwner();
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    WrapSafe.keep(label);
    label.getStyleClass().add("dialog-words");
    return label;
  }

  private static TextArea reason(Reason asked, VBox content) {
    Label name = new Label(asked.label());
    TextArea field = new TextArea();
    name.setLabelFor(field);
    field.setId("dialog-reason");
    field.setPrefRowCount(REASON_ROWS);
    field.setWrapText(true);
    field.setAccessibleText(asked.label());
    // Tab goes on to the buttons instead of into the text
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.TAB && !key.isControlDown()) {
            key.consume();
            field.requestFocusTraversal(
                key.isShiftDown()
                    ? javafx.scene.TraversalDirection.PREVIOUS
                    : javafx.scene.TraversalDirection.NEXT);
          }
        });
    content.getChildren().addAll(name, field);
    return field;
  }

  private static HBox buttons(Button... all) {
    HBox row = new HBox(all);
    row.getStyleClass().add("dialog-buttons");
    return row;
  }

  private static void focusFirst(Node content) {
    List<Node> within = content.lookupAll("*").stream().toList();
    within.stream()
        .filter(Node::isFocusTraversable)
        .filter(node -> !node.isDisabled())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /** A dialog that is shown. */
  private static final class Card {
    final VBox pane;
    final Runnable declined;
    final @Nullable Node before;

    Card(String title, Node content, Runnable declined, @Nullable Node before) {
      this.declined = declined;
      this.before = before;
      Label head = new Label(title);
      head.setWrapText(true);
      WrapSafe.keep(head);
      head.getStyleClass().add("dialog-title");
      ScrollPane scroll = new ScrollPane(content);
      scroll.setFitToWidth(true);
      scroll.setFocusTraversable(false);
      scroll.getStyleClass().add("dialog-scroll");
      // words that wrap are higher than a scroll pane asks them for
      content
          .layoutBoundsProperty()
          .addListener(
              (property, was, now) -> scroll.setPrefViewportHeight(Math.ceil(now.getHeight())));
      pane = new VBox(head, scroll);
      pane.getStyleClass().add("dialog");
      pane.setMaxHeight(Region.USE_PREF_SIZE);
      pane.setAccessibleRole(AccessibleRole.DIALOG);
      pane.setAccessibleText(title);
      StackPane.setAlignment(pane, Pos.CENTER);
    }
  }
}
