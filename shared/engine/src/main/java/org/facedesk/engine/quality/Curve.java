package org.facedesk.engine.quality;

import org.facedesk.engine.QualityReport;

/**
 * The shapes that turn a measured value into a score, as ISO/IEC 29794-5 and its open reference
 * implementation OFIQ 1.0.3 define them.
 */
final class Curve {
  private Curve() {}

  /** {@code 1 / (1 + e^((centre - x) / width))}: 0.5 at the centre, rising with x. */
  static double sigmoid(double x, double centre, double width) {
    return 1 / (1 + Math.exp((centre - x) / width));
  }

  /** Rounded and held within 0..100; what is not a number was not assessed. */
  static int score(double value) {
    if (Double.isNaN(value)) {
      return QualityReport.NOT_ASSESSED;
    }
    return (int) Math.round(Math.clamp(value, 0, 100));
  }

  /** {@code 100 * cos²} of an angle in degrees, 0 beyond 90°. */
  static int cosineSquared(double degrees) {
    double cosine = Math.max(0, Math.cos(Math.toRadians(degrees)));
    return score(100 * cosine * cosine);
  }
}
