package org.facedesk.engine.liveness;

/**
 * The step of a challenge that a person has before them.
 *
 * @param id of this step; a client may name it with the frames taken while it was shown
 * @param nonce fresh with each step and never used again
 * @param step from 1 on
 * @param of how many steps there are
 * @param deadlineMillis how long the step may still take
 */
public record ChallengeState(
    String id,
    String nonce,
    int step,
    int of,
    ChallengeAction action,
    long deadlineMillis,
    Phase phase) {

  /** What became of the step. */
  public enum Phase {
    PENDING,
    OK,
    FAILED
  }
}
