package org.facedesk.gallery;

import java.util.List;

/**
 * When a distance is a match.
 *
 * @param verificationFmr false match rate of a one-to-one comparison
 * @param identificationFpir share of searches for unknown people that may find someone, whatever
 *     the gallery's size
 * @param margin distance by which the best subject must beat the next one
 */
public record MatchPolicy(
    Thresholds thresholds, double verificationFmr, double identificationFpir, double margin) {

  public MatchPolicy {
    if (!(verificationFmr > 0 && verificationFmr < 1)
        || !(identificationFpir > 0 && identificationFpir < 1)
        || !(margin >= 0)) {
      throw new IllegalArgumentException("rates lie between 0 and 1, a margin is not negative");
    }
  }

  /** Whether a probe is the person it claims to be. */
  public boolean verifies(int enrolledSamples, int probeSamples, double distance) {
    return distance <= thresholds.threshold(enrolledSamples, probeSamples, verificationFmr);
  }

  /**
   * The distance within which a search among this many people finds someone: each comparison gets
   * the false match rate that keeps the whole search within the rate asked for, {@code 1 − (1 −
   * FPIR)^(1/N)}.
   */
  public double searchThreshold(int enrolledSamples, int probeSamples, int subjects) {
    double fmr = -Math.expm1(Math.log1p(-identificationFpir) / Math.max(1, subjects));
    return thresholds.threshold(enrolledSamples, probeSamples, Math.min(fmr, verificationFmr));
  }

  /**
   * Who a probe is. Several templates of the best person do not compete with each other.
   *
   * @param nearest people near the probe, nearest first
   * @param subjects how many people were searched
   */
  public Identification identify(
      List<Candidate> nearest, int enrolledSamples, int probeSamples, int subjects) {
    if (nearest.isEmpty()) {
      return new Identification.Unknown(null);
    }
    Candidate best = nearest.getFirst();
    boolean close = best.distance() <= searchThreshold(enrolledSamples, probeSamples, subjects);
    boolean clear =
        nearest.stream()
            .filter(other -> !other.subject().equals(best.subject()))
            .allMatch(other -> other.distance() - best.distance() >= margin);
    return close && clear
        ? new Identification.Found(best)
        : new Identification.Unknown(best.distance());
  }
}
