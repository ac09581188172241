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
 * right to left, an invisible mark (LRM, of no width) before such a word makes it a run of its own,
 * so that none has to be broken. As many marks before the text as it is long keep the index within
 * it in any case. What is seen is what should have been seen. UI thread only.
 *
 * <p>On Linux JavaFX draws a box for an invisible mark that shares a run with right-to-left letters
 * or others that Pango shapes ({@code PangoGlyphLayout} takes Pango's empty glyph for the missing
 * one). The marks before a text are therefore such as stay out of those runs: LRM where the first
 * word is from right to left; where it is not, the zero-width no-break space, which has no
 * direction, so that a date is not turned round either. Only a text whose beginning from left to
 * right is itself shaped (Devanagari before Arabic) still begins with a box.
 */
public final class WrapSafe {
  private static final String MARK = "\u200E";
  private static final String UNDIRECTED = "\uFEFF";
  private static final Pattern BEFORE = Pattern.compile("^[" + MARK + UNDIRECTED + "]+");
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
    StringBuilder safe = new StringBuilder(before(text).repeat(text.length()));
    boolean first = true;
    boolean within = true;
    for (String word : AFTER_BLANK.split(text)) {
      boolean now = word.codePoints().anyMatch(WrapSafe::rightToLeft);
      safe.append(rightToLeft && !first && within && now ? MARK : "").append(word);
      within = staysWithin(word, within);
      first = false;
    }
    return safe.toString();
  }

  /**
   * Whether what follows a word's blank, and the blank itself, go from right to left. Digits and
   * signs go with the letters before them; a blank after letters from left to right would be turned
   * to their other side by a mark.
   *
   * @param before whether it was so before the word, or nothing was
   */
  private static boolean staysWithin(String word, boolean before) {
    return word.codePoints()
        .filter(WrapSafe::letter)
        .mapToObj(WrapSafe::rightToLeft)
        .reduce(before, (earlier, last) -> last);
  }

  /**
   * A sentence whose number of several parts ({@code 2026-11}) keeps them in their order, also
   * between words from right to left.
   */
  public static String inOrder(String sentence, String number) {
    return sentence.codePoints().anyMatch(WrapSafe::rightToLeft)
        ? sentence.replace(number, MARK + number)
        : sentence;
  }

  /** The text without the marks that {@link #of} added, to be written elsewhere. */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder();
    for (String word : AFTER_BLANK.split(BEFORE.matcher(text).replaceFirst(""))) {
      boolean marked = word.startsWith(MARK) && word.codePoints().anyMatch(WrapSafe::rightToLeft);
      plain.append(marked ? word.substring(MARK.length()) : word);
    }
    return plain.toString();
  }

  /** The mark that may stand before a text in which something runs from right to left. */
  private static String before(String text) {
    int first = text.codePoints().filter(WrapSafe::directed).findFirst().orElseThrow();
    return rightToLeft(first) ? MARK : UNDIRECTED;
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

  /** Letters and digits: what stands before them goes where they go. */
  private static boolean directed(int point) {
    return letter(point)
        || switch (Character.getDirectionality(point)) {
          case Character.DIRECTIONALITY_EUROPEAN_NUMBER, Character.DIRECTIONALITY_ARABIC_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean letter(int point) {
    return rightToLeft(point)
        || Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
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
