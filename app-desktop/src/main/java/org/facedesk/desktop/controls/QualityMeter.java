package org.facedesk.desktop.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.facedesk.desktop.ui.Tone;

/**
 * One named quality component: a bar from 0 to 100 with a mark where it becomes good enough, and
 * the number. A score below 0 was not assessed, and is shown so.
 */
public final class QualityMeter extends GridPane {
  private static final double BAR_HEIGHT = 6;
  private static final double MARK_WIDTH = 2;

  private final Label number = new Label();
  private final Bar bar = new Bar();

  /**
   * @param name in the operator's language
   */
  public QualityMeter(String name) {
    getStyleClass().add("quality-meter");
    Label title = new Label(name);
    title.getStyleClass().add("quality-name");
    title.setMinWidth(0);
    number.getStyleClass().add("quality-number");
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.setAlignment(Pos.BASELINE_RIGHT);
    GridPane.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    add(title, 0, 0);
    add(number, 1, 0);
    add(bar, 0, 1, 2, 1);
    setVgap(1);
    setMinHeight(USE_PREF_SIZE);
    setAccessibleText(name);
  }

  /**
   * @param score 0..100, or below 0 when it was not assessed
   * @param minimum where it becomes good enough, 0..100
   * @param notAssessed what stands in the place of the number when there is none
   */
  public void show(int score, int minimum, String notAssessed) {
    number.setText(score < 0 ? notAssessed : Integer.toString(score));
    bar.show(Math.max(0, score), minimum);
    Tone tone = score < 0 ? Tone.NEUTRAL : score >= minimum ? Tone.GOOD : Tone.ADVICE;
    Tones.mark(this, tone);
  }

  /** The bar itself. */
  private static final class Bar extends Region {
    private final Region track = new Region();
    private final Region fill = new Region();
    private final Region mark = new Region();
    private int score;
    private int minimum;

    Bar() {
      track.getStyleClass().add("quality-track");
      fill.getStyleClass().add("quality-fill");
      mark.getStyleClass().add("quality-mark");
      getChildren().addAll(track, fill, mark);
      setMaxWidth(Double.MAX_VALUE);
      setMinHeight(BAR_HEIGHT + 4);
      setPrefHeight(BAR_HEIGHT + 4);
      GridPane.setHgrow(this, Priority.ALWAYS);
    }

    void show(int newScore, int newMinimum) {
      if (score != newScore || minimum != newMinimum) {
        score = newScore;
        minimum = newMinimum;
        requestLayout();
      }
    }

    @Override
    protected void layoutChildren() {
      double top = (getHeight() - BAR_HEIGHT) / 2;
      track.resizeRelocate(0, top, getWidth(), BAR_HEIGHT);
      fill.resizeRelocate(0, top, getWidth() * score / 100, BAR_HEIGHT);
      mark.setVisible(minimum > 0);
      mark.resizeRelocate(getWidth() * minimum / 100 - MARK_WIDTH / 2, 0, MARK_WIDTH, getHeight());
    }
  }
}
