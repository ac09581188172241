package org.facedesk.engine.quality;

/**
 * Whether both halves of the face are lit alike: how far the luminance histograms of the two cheeks
 * overlap. The reference counts 256 levels; here it is 64, see {@link Luminance}.
 */
final class IlluminationUniformity implements Component {
  @Override
  public int score(FaceView view) {
    double[] right = view.luminance().rightCheek();
    double[] left = view.luminance().leftCheek();
    if (right.length == 0 || left.length == 0) {
      return QualityReport.NOT_ASSESSED;
    }
    double overlap = 0;
    for (int i = 0; i < right.length; i++) {
      overlap += Math.min(right[i], left[i]);
    }
    return scoreOf(overlap);
  }

  static int scoreOf(double overlap) {
    return Curve.score(100 * Math.pow(overlap, 0.3));
  }
}
