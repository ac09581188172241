package org.facedesk.desktop.controls;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.facedesk.desktop.ui.Tone;

/** Tones as style states: {@code :neutral}, {@code :advice}, {@code :good}, {@code :bad}. */
public final class Tones {
  private Tones() {}

  /** Gives a node this tone's style state and takes the others away. */
  public static void mark(Node node, Tone tone) {
    for (Tone each : Tone.values()) {
      node.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == tone);
    }
  }
}
