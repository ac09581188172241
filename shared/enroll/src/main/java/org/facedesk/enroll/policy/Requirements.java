package org.facedesk.enroll.policy;

/**
 * What one session has to show before it can end well.
 *
 * @param samples pictures to be fused
 * @param minFrames frames that must have been seen
 * @param blinks blinks asked for
 * @param motionEvents head turns asked for
 * @param rule how blinks and motion combine
 */
public record Requirements(
    int samples, int minFrames, int blinks, int motionEvents, LivenessRule rule) {

  /** How the proofs of life combine. */
  public enum LivenessRule {
    /** Enrollment: blinks and motion. */
    BLINK_AND_MOTION,
    /** Authentication: one of the two. */
    BLINK_OR_MOTION,
    /** Only where the station's policy permits it. */
    NONE
  }
}
