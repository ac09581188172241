package org.facedesk.desktop.ui;

import java.util.List;
import java.util.regex.Pattern;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TitledPane;

/**
 * Labels that may wrap texts written from right to left.
 *
 * <p>JavaFX (25 and 26) cannot break a line within a right-to-left run: {@code PrismTextLayout}
 * draws the word after the break on both lines, and {@code computeTrailingSpaceWidth} throws when
 * its index lies before the text; the whole screen then stays without layout. Where lines run from
 * right to left, an invisible mark (LRM, of no width) between two such words makes each a run of
 * its own, so that none has to be broken. As many marks before the text as it is long keep the
 * index within it in any case. What is seen is what should have been seen. UI thread only.
 */
public final class WrapSafe {
  private static final String MARK = "\u200E";
  private static final Pattern AFTER_BLANK = Pattern.compile("(?<=\\s)");

  private WrapSafe() {}

  /**
   * The text as it is if nothing in it runs from right to left.
   *
   * @param rightToLeft whether the label's lines do
   */
  public static String of(String text, boolean rightToLeft) {
    if (text.codePoints().noneMatch(WrapSafe::rightToLeft)) {
      return text;
    }
    StringBuilder safe = new StringBuilder(MARK.repeat(text.length()));
    boolean before = false;
    for (String word : AFTER_BLANK.split(text)) {
      boolean now = word.codePoints().anyMatch(WrapSafe::rightToLeft);
      safe.append(rightToLeft && before && now ? MARK : "").append(word);
      before = now;
    }
    return safe.toString();
  }

  /** The text without the marks, to be written elsewhere. */
  public static String plain(String text) {
    return text.replace(MARK, "");
  }

  /** Keeps every text of this label safe from now on. */
  public static void keep(Labeled label) {
    label.textProperty().addListener((property, before, text) -> mend(label));
    label.effectiveNodeOrientationProperty().addListener((property, before, now) -> mend(label));
    mend(label);
  }

  private static void mend(Labeled label) {
    String text = label.getText();
    if (text != null && label.isWrapText() && !label.textProperty().isBound()) {
      boolean rightToLeft = label.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
      String safe = of(plain(text), rightToLeft);
      if (!safe.equals(text)) {
        label.setText(safe);
      }
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
