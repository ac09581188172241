package org.facedesk.desktop.ui;

/**
 * Makes right-to-left words fit to be wrapped. JavaFX 26 on Linux fails in its layout
 * (ArrayIndexOutOfBoundsException in PrismTextLayout.computeTrailingSpaceWidth) wherever it has to
 * break a line inside a right-to-left run. A space between two left-to-right marks is a run of its
 * own, so that lines break between runs; the order of the words stays as it was.
 */
public final class RightToLeft {
  private static final String SPACE = "\u200e \u200e";
  private static final String EMBED = "\u202b";
  private static final String END = "\u202c";

  private RightToLeft() {}

  /** For a text that stands by itself in a right-to-left window. */
  static String wrappable(String text) {
    return text.replace(" ", SPACE);
  }

  /** For a piece of somebody else's words, such as a name, in a window of either direction. */
  public static String wrappable(String text, boolean rightToLeftWindow) {
    if (text.codePoints().noneMatch(RightToLeft::isRightToLeft)) {
      return text;
    }
    String spaced = wrappable(text);
    return rightToLeftWindow ? spaced : EMBED + spaced + END;
  }

  /** Without the marks, for window titles, files and the clipboard. */
  public static String plain(String text) {
    return text.replace(SPACE, " ").replace(EMBED, "").replace(END, "");
  }

  private static boolean isRightToLeft(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
          true;
      default -> false;
    };
  }
}
