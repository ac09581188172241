package org.facedesk.engine.quality;

import org.facedesk.engine.QualityReport;

/**
 * Whether the cheeks have the colour of skin: mean a* within 5..25 and mean b* within 5..35 of
 * CIELAB (D50). Falls with the distance from that rectangle.
 */
final class NaturalColour implements Component {
  private static final double KAPPA = 24389 / 27.0;
  private static final double EPSILON = 216 / 24389.0;

  @Override
  public int score(FaceView view) {
    double[] rgb = view.aligned().meanCheekColour();
    return rgb.length == 0 ? QualityReport.NOT_ASSESSED : scoreOf(rgb[0], rgb[1], rgb[2]);
  }

  /** Mean colour, each channel 0..255. */
  static int scoreOf(double red, double green, double blue) {
    double r = Luminance.linear(red / 255);
    double g = Luminance.linear(green / 255);
    double b = Luminance.linear(blue / 255);
    double fx = cubic((0.43605 * r + 0.38508 * g + 0.14309 * b) / 0.964221);
    double fy = cubic(0.22249 * r + 0.71689 * g + 0.06062 * b);
    double fz = cubic((0.01393 * r + 0.09710 * g + 0.71419 * b) / 0.825211);
    double a = 500 * (fx - fy);
    double bStar = 200 * (fy - fz);
    double distance =
        a >= 0 && bStar >= 0 ? Math.hypot(outside(a, 5, 25), outside(bStar, 5, 35)) : 100;
    return Curve.score(200 * (1 - Curve.sigmoid(distance, 0, 10)));
  }

  private static double outside(double value, double low, double high) {
    return Math.max(0, Math.max(low - value, value - high));
  }

  private static double cubic(double x) {
    return x <= EPSILON ? (KAPPA * x + 16) / 116 : Math.cbrt(x);
  }
}
