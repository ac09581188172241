package org.facedesk.engine.liveness;

/**
 * Where a session stands, after the newest frame.
 *
 * @param blinks complete blinks seen (closed and opened again)
 * @param motionEvents proven rotations of the head
 * @param motionScore how near the session came to its first motion event, 0..1, and 1 exactly when
 *     there was one; up to one half is only what the landmarks claim
 * @param varied picture and face vary as a sensor and a person make them vary; false while too few
 *     frames were seen
 * @param replayed frames repeat themselves (a frozen or looped picture); once true it stays true
 * @param continuous one and the same face all the time, without a gap
 * @param frames frames seen since liveness started
 */
public record LivenessState(
    int blinks,
    int motionEvents,
    double motionScore,
    boolean varied,
    boolean replayed,
    boolean continuous,
    int frames) {
  public static final LivenessState START = new LivenessState(0, 0, 0, false, false, true, 0);
}
