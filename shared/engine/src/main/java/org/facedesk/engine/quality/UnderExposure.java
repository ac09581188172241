package org.facedesk.engine.quality;

/** Share of the face that is nearly black. */
final class UnderExposure implements Component {
  @Override
  public int score(FaceView view) {
    return scoreOf(view.luminance().share(0, 25));
  }

  static int scoreOf(double darkShare) {
    return Curve.score(120 * (0.832 - Curve.sigmoid(darkShare, 0.92, 0.05)));
  }
}
