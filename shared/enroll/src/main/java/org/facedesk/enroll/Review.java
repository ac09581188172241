package org.facedesk.enroll;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of a capture before it is enrolled.
 *
 * @param spread largest distance of a sample's template from the fused one
 * @param agreement how well the samples agree with each other
 * @param earlier comparison with the template the person has now; null if they have none
 * @param oldPhoto comparison with an old photo; null if there is none
 * @param lookalikes enrolled people whose face this may be, nearest first
 */
public record Review(
    double spread,
    Grade agreement,
    @Nullable Likeness earlier,
    @Nullable Likeness oldPhoto,
    List<Lookalike> lookalikes) {

  /** Whether the person has a template that this face does not match. */
  public boolean changedFace() {
    return earlier != null && !earlier.matches();
  }

  /** Whether it takes a supervisor to enroll this. */
  public boolean needsSupervisor() {
    return !lookalikes.isEmpty() || changedFace();
  }

  /** A figure in a word. */
  public enum Grade {
    HIGH,
    FAIR,
    LOW
  }

  /**
   * A comparison of two templates.
   *
   * @param distance 0..2
   * @param confidence calibrated probability that both are of one person, at equal priors
   * @param matches within the station's threshold of a one-to-one comparison
   */
  public record Likeness(double distance, double confidence, boolean matches) {
    /** HIGH is as sure as a match gets; LOW does not match. */
    public Grade grade() {
      return !matches ? Grade.LOW : confidence >= 0.99 ? Grade.HIGH : Grade.FAIR;
    }
  }

  /** Someone else of a like face. */
  public record Lookalike(UUID person, double distance, double confidence) {}
}
