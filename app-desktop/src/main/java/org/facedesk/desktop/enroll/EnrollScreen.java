package org.facedesk.desktop.enroll;

import java.util.List;
import org.facedesk.core.Frame;
import org.facedesk.desktop.controls.FaceMarks;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.Box;
import org.facedesk.engine.QualityComponent;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw at one moment.
 *
 * @param standIn whether another source is in use than the one the station was started with
 * @param known the person of that id, if the desk has them already
 * @param worst what keeps the newest picture from being good enough; null if nothing does
 * @param portraits pictures kept, oldest first
 * @param attempt how often capture was started for this person
 * @param fault something that went wrong and was not dismissed yet
 * @param marks the newest face; null without one
 * @param analysisFps frames analysed a second
 */
public record EnrollScreen(
    CameraState camera,
    boolean standIn,
    EnrollStep step,
    String userId,
    String name,
    People.@Nullable Person known,
    Prompt prompt,
    List<Check> checklist,
    List<QualityBar> quality,
    @Nullable QualityComponent worst,
    List<Portrait> portraits,
    int attempt,
    @Nullable FaultReport fault,
    @Nullable FaceMarks marks,
    double analysisFps) {

  /** The name that was entered, or the one that is on record; empty if there is neither. */
  public String personName() {
    People.Person person = known;
    return name.isBlank() && person != null ? person.name() : name.strip();
  }

  /**
   * The one sentence.
   *
   * @param key of its text
   */
  public record Prompt(String key, Tone tone) {}

  /**
   * @param score 0..100, −1 if it was not assessed
   */
  public record QualityBar(QualityComponent component, int score, int minimum) {}

  /** A face in a frame that was kept. */
  public record Portrait(Frame frame, Box face) {}
}
