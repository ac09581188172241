package org.facedesk.desktop.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;

/**
 * Labels that may wrap texts written from right to left.
 *
 * <p>JavaFX (25 and 26, {@code PrismTextLayout.computeTrailingSpaceWidth}) looks for the blanks at
 * the end of a wrapped line with an index that is too small by up to the length of a right-to-left
 * run, and throws when that lies before the text; the whole screen then stays without layout. As
 * many invisible marks (LRM, of no width) before the text as it is long keep the index within it.
 * What is seen does not change. UI thread only.
 */
public final class WrapSafe {
  private static final String MARK = "\u200E";

  private WrapSafe() {}

  /** The text as it is if nothing in it runs from right to left. */
  public static String of(String text) {
    return !text.startsWith(MARK) && text.codePoints().anyMatch(WrapSafe::rightToLeft)
        ? MARK.repeat(text.length()) + text
        : text;
  }

  /** The text without the marks, to be written elsewhere. */
  public static String plain(String text) {
    return text.replace(MARK, "");
  }

  /** Keeps every text of this label safe from now on. */
  public static void keep(Labeled label) {
    label
        .textProperty()
        .addListener((property, before, text) -> {
          if (text != null && label.isWrapText() && !label.textProperty().isBound()) {
            label.setText(of(text));
          }
        });
    if (label.getText() != null && label.isWrapText() && !label.textProperty().isBound()) {
      label.setText(of(label.getText()));
    }
  }

  /** The same for every label below a node. */
  public static void within(Node node) {
    if (node instanceof Labeled label) {
      keep(label);
    }
    for (Node child : children(node)) {
      within(child);
    }
  }

  private static List<? extends Node> children(Node node) {
    return switch (node) {
      case ScrollPane pane when pane.getContent() != null -> List.of(pane.getContent());
      case TitledPane pane when pane.getContent() != null -> List.of(pane.getContent());
      case SplitPane pane -> pane.getItems();
      case Parent parent -> parent.getChildrenUnmodifiable();
      default -> List.of();
    };
  }

  private static boolean rightToLeft(int point) {
    return switch (Character.getDirectionality(point)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE ->
          true;
      default -> false;
    };
  }
}
