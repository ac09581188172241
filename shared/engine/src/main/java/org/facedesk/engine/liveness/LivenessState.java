package org.facedesk.engine.liveness;

/**
 * Where a session stands, after the newest frame.
 *
 * @param blinks complete blinks seen (closed and opened again)
 * @param motionEvents proven rotations of the head
 * @param motionScore largest proven rotation over the one that is asked for, 0..1
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
