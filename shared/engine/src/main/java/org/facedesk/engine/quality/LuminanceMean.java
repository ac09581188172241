package org.facedesk.engine.quality;

/** Brightness of the face: neither dark nor glaring. */
final class LuminanceMean implements Component {
  @Override
  public int score(FaceView view) {
    return scoreOf(view.luminance().mean());
  }

  static int scoreOf(double mean) {
    return Curve.score(100 * Curve.sigmoid(mean, 0.2, 0.05) * (1 - Curve.sigmoid(mean, 0.8, 0.05)));
  }
}
