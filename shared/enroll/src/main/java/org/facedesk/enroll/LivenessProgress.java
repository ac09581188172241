package org.facedesk.enroll;

import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;

/** How far the proofs of life that a session asks for have come. */
final class LivenessProgress {
  /** Shown while something is still missing, so that 1 means proven. */
  private static final double NOT_YET = 0.99;

  private LivenessProgress() {}

  static double score(Requirements asked, LivenessState state) {
    if (asked.asksForLife() && asked.provenBy(state)) {
      return 1;
    }
    double blink = share(state.blinks(), asked.blinks());
    double motion =
        Math.max(share(state.motionEvents(), asked.motionEvents()), state.motionScore() * 0.5);
    double progress =
        asked.rule() == LivenessRule.BLINK_AND_MOTION
            ? (blink + motion) / 2
            : Math.max(blink, motion);
    return Math.min(NOT_YET, progress);
  }

  static boolean blinkMissing(Requirements asked, LivenessState state) {
    return !asked.provenBy(state)
        && asked.rule() != LivenessRule.NONE
        && state.blinks() < asked.blinks();
  }

  static boolean motionMissing(Requirements asked, LivenessState state) {
    return asked.rule() == LivenessRule.BLINK_AND_MOTION
        && state.motionEvents() < asked.motionEvents();
  }

  private static double share(int shown, int asked) {
    return asked == 0 ? 1 : Math.min(1, (double) shown / asked);
  }
}
