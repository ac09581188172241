package org.facedesk.engine.quality;

/** Contrast of the face: flat light and harsh light both score low. */
final class LuminanceVariance implements Component {
  @Override
  public int score(FaceView view) {
    return scoreOf(view.luminance().variance());
  }

  static int scoreOf(double variance) {
    double scaled = 60 * variance;
    return Curve.score(100 * Math.sin(Math.PI * scaled / (scaled + 1)));
  }
}
