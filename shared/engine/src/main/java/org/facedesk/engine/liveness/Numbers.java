package org.facedesk.engine.liveness;

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
    double[] parted = values.clone();
    double place = share * (parted.length - 1);
    int below = (int) place;
    double low = select(parted, below);
    if (below + 1 >= parted.length) {
      return low;
    }
    double high = parted[below + 1];
    for (int i = below + 2; i < parted.length; i++) {
      high = Math.min(high, parted[i]);
    }
    return low + (place - below) * (high - low);
  }

  /**
   * The value of this rank, brought to its place with smaller ones before and larger ones behind
   * it: Hoare's selection (1961), several times faster than sorting.
   */
  private static double select(double[] values, int rank) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      double pivot = values[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (rank <= j) {
        to = j;
      } else if (rank >= i) {
        from = i;
      } else {
        break;
      }
    }
    return values[rank];
  }

  /** The larger and the smaller singular value of the matrix (a b; c d). */
  static double[] singularValues(double a, double b, double c, double d) {
    double rotation = Math.hypot(a + d, c - b) / 2;
    double reflection = Math.hypot(a - d, c + b) / 2;
    return new double[] {rotation + reflection, Math.abs(rotation - reflection)};
  }
}
