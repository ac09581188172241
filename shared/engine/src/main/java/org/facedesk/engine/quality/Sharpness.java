package org.facedesk.engine.quality;

/**
 * Whether fine detail is there: our own proxy in place of the reference's random forest, from the
 * same family of features. At a fixed scale the picture's difference from its mean over a small
 * window is compared with that over a large one (root mean squares over the face, so that eyes and
 * mouth count more than skin). The ratio does not depend on contrast or brightness; blur takes it
 * down towards that of a smooth surface, (5² − 1)/(15² − 1) = 0.107. Smoothing beforehand keeps
 * sensor noise from passing for detail.
 *
 * <p>The curve's centre parts sharp portraits from the same portraits blurred by 0.04 to 0.06 of
 * the inter-eye distance; what was measured stands in {@code docs/quality.md}.
 */
final class Sharpness implements Component {
  private static final int SMALL = 2;
  private static final int LARGE = 7;
  private static final double LEAST_CONTRAST = 0.5;
  private static final double CENTRE = 0.17;
  private static final double WIDTH = 0.02;

  @Override
  public int score(FaceView view) {
    return scoreOf(ratio(view.aligned()));
  }

  static int scoreOf(double ratio) {
    return Curve.score(100 * Curve.sigmoid(ratio, CENTRE, WIDTH));
  }

  /** NaN where there is no contrast to judge by. */
  static double ratio(AlignedFace aligned) {
    GreyPlane grey = GreyPlane.of(aligned).smoothed().smoothed().smoothed();
    double large = grey.differenceFromMean(LARGE);
    return large >= LEAST_CONTRAST ? grey.differenceFromMean(SMALL) / large : Double.NaN;
  }
}
