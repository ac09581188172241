package org.facedesk.engine.liveness;

import java.util.Arrays;

/** Order statistics and the singular values of a small matrix. */
final class Numbers {
  private Numbers() {}

  /** Middle value, or the mean of the two middle ones; NaN without values. */
  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** Linear interpolation between the two nearest order statistics; NaN without values. */
  static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) place;
    if (below + 1 >= sorted.length) {
      return sorted[below];
    }
    return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  /** The larger and the smaller singular value of the matrix (a b; c d). */
  static double[] singularValues(double a, double b, double c, double d) {
    double rotation = Math.hypot(a + d, c - b) / 2;
    double reflection = Math.hypot(a - d, c + b) / 2;
    return new double[] {rotation + reflection, Math.abs(rotation - reflection)};
  }
}
