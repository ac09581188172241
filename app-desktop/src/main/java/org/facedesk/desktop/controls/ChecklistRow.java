package org.facedesk.desktop.controls;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.facedesk.desktop.ui.Tone;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** One line of the checklist: an icon that differs in shape as well as in colour, and its name. */
public final class ChecklistRow extends HBox {
  private final FontIcon icon = new FontIcon(MaterialDesignC.CIRCLE_OUTLINE);
  private final String name;

  /**
   * @param name in the operator's language
   */
  public ChecklistRow(String name) {
    this.name = name;
    getStyleClass().add("checklist-row");
    setAlignment(Pos.CENTER_LEFT);
    icon.getStyleClass().add("checklist-icon");
    getChildren().addAll(icon, new Label(name));
    show(Tone.NEUTRAL, name);
  }

  /**
   * @param tone GOOD: done; ACTION or ADVICE: what is asked for now; NEUTRAL: still open
   * @param state the same in a word, for screen readers
   */
  public void show(Tone tone, String state) {
    Tones.mark(this, tone);
    icon.setIconCode(
        switch (tone) {
          case GOOD -> MaterialDesignC.CHECK_CIRCLE;
          case ACTION -> MaterialDesignA.ARROW_RIGHT_CIRCLE_OUTLINE;
          case ADVICE, BAD -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
          case NEUTRAL -> MaterialDesignC.CIRCLE_OUTLINE;
        });
    setAccessibleText(name + ": " + state);
    notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
  }
}
