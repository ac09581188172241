package org.facedesk.desktop.capture;

import java.util.List;
import org.facedesk.desktop.controls.FaceMarks;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.liveness.ChallengeState;
import org.jspecify.annotations.Nullable;

/**
 * All there is to draw of the camera and the capture at one moment.
 *
 * @param standIn whether another source is in use than the one the station was started with
 * @param practice whether nothing is kept
 * @param held whether practice must not begin now: somebody waits for a word
 * @param permitted whether whoever is signed in may capture from this source now
 * @param prompt the one sentence for the person before the camera
 * @param worst what keeps the newest picture from being good enough; null if nothing does
 * @param portraits pictures kept, oldest first
 * @param marks the newest face; null without one
 * @param samples pictures kept so far
 * @param target pictures wanted; 0 before the first answer
 * @param progress towards the proofs of life, 0..1
 * @param secondsLeft until frames or time are used up
 * @param challenge the step that is asked for; null without a challenge
 * @param fault something that went wrong and was not dismissed yet
 * @param analysisFps frames analysed a second
 */
public record CaptureScreen(
    CameraState camera,
    boolean standIn,
    boolean practice,
    boolean held,
    boolean permitted,
    Phase phase,
    Prompt prompt,
    List<Check> checklist,
    List<QualityBar> quality,
    @Nullable QualityComponent worst,
    List<Portrait> portraits,
    @Nullable FaceMarks marks,
    int samples,
    int target,
    double progress,
    int secondsLeft,
    @Nullable ChallengeState challenge,
    @Nullable FaultReport fault,
    double analysisFps) {

  /** Whether a session runs. */
  public enum Phase {
    /** Frames guide and count for nothing. */
    IDLE,
    /** A session is being opened. */
    STARTING,
    /** Frames count. */
    RUNNING
  }

  /** Whether a capture could begin now. */
  public boolean ready() {
    return phase == Phase.IDLE && permitted && camera instanceof CameraState.Live;
  }
}
