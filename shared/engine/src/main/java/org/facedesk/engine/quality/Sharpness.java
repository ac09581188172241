package org.facedesk.engine.quality;

/**
 * Whether fine detail is there: our own proxy in place of the reference's random forest, from the
 * same family of features. At a fixed scale the picture's difference from its mean over a small
 * window is compared with that over a large one. The ratio does not depend on contrast or
 * brightness; blur takes it down towards what a smooth surface has, (3² − 1)/(9² − 1) = 0.1. A
 * light smoothing beforehand keeps sensor noise from passing for detail.
 */
final class Sharpness implements Component {
  private static final int SMALL = 1;
  private static final int LARGE = 4;
  private static final double CENTRE = 0.25;
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
    GreyPlane grey = GreyPlane.of(aligned).smoothed();
    double large = grey.meanDifference(LARGE);
    return large < 0.5 ? Double.NaN : grey.meanDifference(SMALL) / large;
  }
}
