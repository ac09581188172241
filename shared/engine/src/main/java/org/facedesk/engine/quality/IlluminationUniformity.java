package org.facedesk.engine.quality;

import org.facedesk.engine.QualityReport;

/**
 * Whether both halves of the face are lit alike: how far the luminance histograms of the two cheeks
 * overlap.
 *
 * <p>The reference compares raw counts. A webcam's cheek has a few hundred pixels in few of the 256
 * levels, and raw counts share nothing as soon as the light differs by more than the skin's texture
 * does. So each histogram is first smoothed by a Gaussian: the score then falls gradually with the
 * difference, and evenly lit faces keep theirs.
 */
final class IlluminationUniformity implements Component {
  private static final double SIGMA = 8;
  private static final double[] KERNEL = kernel((int) (3 * SIGMA));

  @Override
  public int score(FaceView view) {
    double[] right = view.luminance().rightCheek();
    double[] left = view.luminance().leftCheek();
    if (right.length == 0 || left.length == 0) {
      return QualityReport.NOT_ASSESSED;
    }
    return scoreOf(overlap(smoothed(right), smoothed(left)));
  }

  static int scoreOf(double overlap) {
    return Curve.score(100 * Math.pow(overlap, 0.3));
  }

  private static double overlap(double[] right, double[] left) {
    double sum = 0;
    for (int i = 0; i < right.length; i++) {
      sum += Math.min(right[i], left[i]);
    }
    return sum;
  }

  /** What would fall beyond the ends stays in the outermost levels. */
  private static double[] smoothed(double[] levels) {
    double[] result = new double[levels.length];
    int radius = KERNEL.length / 2;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] > 0) {
        for (int k = -radius; k <= radius; k++) {
          result[Math.clamp(i + k, 0, levels.length - 1)] += levels[i] * KERNEL[k + radius];
        }
      }
    }
    return result;
  }

  private static double[] kernel(int radius) {
    double[] weights = new double[2 * radius + 1];
    double sum = 0;
    for (int k = -radius; k <= radius; k++) {
      weights[k + radius] = Math.exp(-k * k / (2 * SIGMA * SIGMA));
      sum += weights[k + radius];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }
}
