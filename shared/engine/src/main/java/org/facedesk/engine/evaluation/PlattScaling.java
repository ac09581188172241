package org.facedesk.engine.evaluation;

/**
 * Logistic regression of "same person" on distance, both classes weighing the same (Platt 1999,
 * with his targets a little inside 0 and 1, so that the fit stays finite where the classes do not
 * overlap).
 */
final class PlattScaling {
  private static final int ITERATIONS = 100;

  private PlattScaling() {}

  /**
   * @return offset and slope of the logit
   */
  static double[] fit(double[] mated, double[] other) {
    double[] ab = {0, 0};
    // Newton's method from a flat start can overshoot; halving the step keeps the loss falling.
    double loss = loss(ab, mated, other);
    for (int i = 0; i < ITERATIONS; i++) {
      double[] step = newtonStep(ab, mated, other);
      double scale = 1;
      double[] next = moved(ab, step, scale);
      double nextLoss = loss(next, mated, other);
      while (nextLoss > loss && scale > 1e-6) {
        scale /= 2;
        next = moved(ab, step, scale);
        nextLoss = loss(next, mated, other);
      }
      boolean done = loss - nextLoss < 1e-12;
      ab = next;
      loss = nextLoss;
      if (done) {
        break;
      }
    }
    return ab;
  }

  private static double[] moved(double[] ab, double[] step, double scale) {
    return new double[] {ab[0] - scale * step[0], ab[1] - scale * step[1]};
  }

  private static double target(double[] mated, double[] other, boolean same) {
    // Equal weights: each class counts as the smaller one's number.
    double n = Math.min(mated.length, other.length);
    return same ? (n + 1) / (n + 2) : 1 / (n + 2);
  }

  private static double[] newtonStep(double[] ab, double[] mated, double[] other) {
    double[] sums = new double[5];
    add(sums, ab, mated, target(mated, other, true));
    add(sums, ab, other, target(mated, other, false));
    double det = sums[2] * sums[4] - sums[3] * sums[3] + 1e-18;
    return new double[] {
      (sums[4] * sums[0] - sums[3] * sums[1]) / det, (sums[2] * sums[1] - sums[3] * sums[0]) / det
    };
  }

  /** Adds the class's mean gradient (2 numbers) and Hessian (3 numbers). */
  private static void add(double[] sums, double[] ab, double[] distances, double target) {
    double weight = 1.0 / distances.length;
    for (double d : distances) {
      double p = 1 / (1 + Math.exp(-(ab[0] + ab[1] * d)));
      double gradient = weight * (p - target);
      double curvature = weight * p * (1 - p);
      sums[0] += gradient;
      sums[1] += gradient * d;
      sums[2] += curvature;
      sums[3] += curvature * d;
      sums[4] += curvature * d * d;
    }
  }

  private static double loss(double[] ab, double[] mated, double[] other) {
    return loss(ab, mated, target(mated, other, true))
        + loss(ab, other, target(mated, other, false));
  }

  private static double loss(double[] ab, double[] distances, double target) {
    double sum = 0;
    for (double d : distances) {
      double logit = ab[0] + ab[1] * d;
      // log(1 + e^x) without overflow
      sum += Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit))) - target * logit;
    }
    return sum / distances.length;
  }
}
