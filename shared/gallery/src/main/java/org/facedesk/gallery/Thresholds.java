package org.facedesk.gallery;

/**
 * The calibration of one embedding model: a threshold belongs to a model and to how many pictures
 * were fused on either side. Distances are Euclidean between unit vectors, 0..2.
 */
public interface Thresholds {
  /**
   * @param fmr false match rate of one comparison, between 0 and 1
   * @return the largest distance that still matches at this rate
   */
  double threshold(int enrolledSamples, int probeSamples, double fmr);

  /** Probability that a comparison with this distance is mated, at equal priors, 0..1. */
  double confidence(int enrolledSamples, int probeSamples, double distance);
}
