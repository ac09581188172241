package org.facedesk.desktop.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.facedesk.desktop.controls.Tones;
import org.facedesk.desktop.ui.Tone;
import org.jspecify.annotations.Nullable;

/**
 * Contrast of words against what lies behind them, from the colours the style sheets came to: WCAG
 * 2.2, success criterion 1.4.3 (AA): 4.5, for large words 3; formulas in its definitions of
 * relative luminance and contrast ratio.
 */
final class Contrast {
  private static final double NORMAL = 4.5;
  private static final double LARGE = 3;

  /** 18 pt and 14 pt bold in pixels. */
  private static final double LARGE_PIXELS = 24;

  private static final double LARGE_BOLD_PIXELS = 18.66;

  private Contrast() {}

  /** Words that stand out too little, in every tone a node may take. */
  static Set<String> tooLow(Parent root) {
    Set<String> found = new TreeSet<>();
    for (Tone tone : Tone.values()) {
      List<Node> all = all(root);
      all.forEach(node -> Tones.mark(node, tone));
      root.applyCss();
      for (Node node : all(root)) {
        check(node, tone, found);
      }
    }
    return found;
  }

  private static void check(Node node, Tone tone, Set<String> found) {
    Color words = wordsOf(node);
    if (words == null || node.isDisabled()) {
      return;
    }
    Color behind = behind(node);
    double ratio = ratio(over(words, behind), behind);
    if (ratio < least(node)) {
      found.add(
          "%s.%s (%s): %s on %s is %.2f"
              .formatted(
                  node.getTypeSelector(),
                  String.join(".", node.getStyleClass()),
                  tone,
                  hex(over(words, behind)),
                  hex(behind),
                  ratio));
    }
  }

  private static @Nullable Color wordsOf(Node node) {
    return switch (node) {
      case Labeled labeled when labeled.getTextFill() instanceof Color fill -> fill;
      case TextInputControl input -> {
        Node text = input.lookup(".text");
        yield text instanceof Text shown && shown.getFill() instanceof Color fill ? fill : null;
      }
      default -> null;
    };
  }

  private static double least(Node node) {
    Font font =
        node instanceof Labeled labeled ? labeled.getFont() : ((TextInputControl) node).getFont();
    boolean bold = font.getStyle().contains("Bold");
    return font.getSize() >= LARGE_PIXELS || (bold && font.getSize() >= LARGE_BOLD_PIXELS)
        ? LARGE
        : NORMAL;
  }

  /** The colours behind a node, down to the first that lets nothing through. */
  private static Color behind(Node node) {
    Deque<Color> layers = new ArrayDeque<>();
    for (Node each = node; each != null; each = each.getParent()) {
      if (each instanceof Region region && region.getBackground() != null) {
        List<BackgroundFill> fills = region.getBackground().getFills();
        for (int i = fills.size() - 1; i >= 0; i--) {
          if (fills.get(i).getFill() instanceof Color fill && fill.getOpacity() > 0) {
            layers.push(fill);
            if (fill.isOpaque()) {
              return flat(layers);
            }
          }
        }
      }
    }
    layers.push(
        node.getScene().getRoot() instanceof Region root
                && root.getBackground() != null
                && !root.getBackground().getFills().isEmpty()
                && root.getBackground().getFills().getLast().getFill() instanceof Color fill
            ? fill
            : Color.WHITE);
    return flat(layers);
  }

  private static Color flat(Deque<Color> fromBelow) {
    Color result = fromBelow.pop();
    while (!fromBelow.isEmpty()) {
      result = over(fromBelow.pop(), result);
    }
    return result;
  }

  private static Color over(Color top, Color below) {
    double a = top.getOpacity();
    return Color.color(
        top.getRed() * a + below.getRed() * (1 - a),
        top.getGreen() * a + below.getGreen() * (1 - a),
        top.getBlue() * a + below.getBlue() * (1 - a));
  }

  private static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static String hex(Color colour) {
    return "#%02x%02x%02x"
        .formatted(
            Math.round(colour.getRed() * 255),
            Math.round(colour.getGreen() * 255),
            Math.round(colour.getBlue() * 255));
  }

  private static List<Node> all(Parent root) {
    return root.lookupAll("*").stream().toList();
  }
}
