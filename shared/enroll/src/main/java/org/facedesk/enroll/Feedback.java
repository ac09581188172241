package org.facedesk.enroll;

import java.util.List;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.policy.Requirements;
import org.jspecify.annotations.Nullable;

/**
 * What one frame showed and what to do next. The session goes on.
 *
 * @param accepted whether the frame was usable: exactly one face, seen well enough to be followed
 * @param verdict null without a usable face
 * @param guidance the one thing to do next
 * @param frames frames counted so far
 * @param samples pictures kept so far, at most the number asked for
 * @param livenessScore mean progress of the required proofs, 1 only when all hold
 * @param elapsedMillis since the session's first frame
 * @param challenge the step that is asked for; null without a challenge
 */
public record Feedback(
    FrameAnalysis analysis,
    boolean accepted,
    @Nullable QualityVerdict verdict,
    Guidance guidance,
    LivenessState liveness,
    boolean livenessVerified,
    double livenessScore,
    int frames,
    int samples,
    long elapsedMillis,
    Requirements requirements,
    @Nullable ChallengeState challenge)
    implements Step {

  /** Without a challenge. */
  public Feedback(
      FrameAnalysis analysis,
      boolean accepted,
      @Nullable QualityVerdict verdict,
      Guidance guidance,
      LivenessState liveness,
      boolean livenessVerified,
      double livenessScore,
      int frames,
      int samples,
      long elapsedMillis,
      Requirements requirements) {
    this(
        analysis,
        accepted,
        verdict,
        guidance,
        liveness,
        livenessVerified,
        livenessScore,
        frames,
        samples,
        elapsedMillis,
        requirements,
        null);
  }

  /** What stands in front of the face, for sure; such a frame is never kept. */
  public List<Obstacle> obstacles() {
    return analysis.obstacles().found();
  }
}
