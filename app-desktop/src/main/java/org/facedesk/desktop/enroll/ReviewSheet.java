package org.facedesk.desktop.enroll;

import java.util.List;
import java.util.UUID;
import org.facedesk.desktop.capture.Portrait;
import org.facedesk.enroll.Review;
import org.jspecify.annotations.Nullable;

/**
 * What was captured, and what there is to know of it.
 *
 * @param portraits the pictures that were chosen, oldest first
 * @param quality worst gating component of the samples, 0..1
 * @param livenessScore 1 when all proofs asked for were given
 * @param review null until it was looked up
 * @param lookalikes the people it may be, nearest first; empty until a supervisor looks
 * @param busy whether an answer is awaited
 * @param supervised whether a supervisor looks at it
 */
public record ReviewSheet(
    List<Portrait> portraits,
    double quality,
    double livenessScore,
    @Nullable Review review,
    List<Named> lookalikes,
    boolean busy,
    boolean supervised) {

  /** Whether someone who is no supervisor may confirm it. */
  public boolean plain() {
    return review != null && !review.needsSupervisor();
  }

  /**
   * Somebody of a like face, as supervisors see them.
   *
   * @param userId empty for somebody who was erased meanwhile
   */
  public record Named(
      UUID person, String userId, String name, double distance, double confidence) {}
}
