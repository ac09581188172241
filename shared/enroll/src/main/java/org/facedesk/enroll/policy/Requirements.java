package org.facedesk.enroll.policy;

import org.facedesk.engine.liveness.LivenessState;

/**
 * What one session has to show before it can end well.
 *
 * @param samples pictures to be fused
 * @param minFrames frames that must have been seen
 * @param blinks blinks asked for
 * @param motionEvents head turns asked for
 * @param rule how blinks and motion combine
 * @param challenge whether a challenge must be passed as well
 */
public record Requirements(
    int samples,
    int minFrames,
    int blinks,
    int motionEvents,
    LivenessRule rule,
    boolean challenge) {

  /** Without a challenge. */
  public Requirements(int samples, int minFrames, int blinks, int motionEvents, LivenessRule rule) {
    this(samples, minFrames, blinks, motionEvents, rule, false);
  }

  /** The same and a challenge, or without one. */
  public Requirements withChallenge(boolean wanted) {
    return new Requirements(samples, minFrames, blinks, motionEvents, rule, wanted);
  }

  /** How the proofs of life combine. */
  public enum LivenessRule {
    /** Enrollment: blinks and motion. */
    BLINK_AND_MOTION,
    /** Authentication: one of the two. */
    BLINK_OR_MOTION,
    /** Only where the station's policy permits it. */
    NONE
  }

  /** Whether anything is asked for that shows a live person; otherwise nothing can be proven. */
  public boolean asksForLife() {
    return challenge || (rule != LivenessRule.NONE && (blinks > 0 || motionEvents > 0));
  }

  /** Whether this state shows the blinks and head turns asked for; a challenge is counted apart. */
  public boolean provenBy(LivenessState state) {
    if (rule == LivenessRule.NONE) {
      return true;
    }
    if (!state.varied() || !state.continuous() || state.replayed()) {
      return false;
    }
    boolean blinked = state.blinks() >= blinks;
    boolean moved = state.motionEvents() >= motionEvents;
    return rule == LivenessRule.BLINK_AND_MOTION ? blinked && moved : blinked || moved;
  }
}
