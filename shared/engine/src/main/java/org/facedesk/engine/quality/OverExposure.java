package org.facedesk.engine.quality;

/** Share of the face that is burnt out: the skin's texture is lost there. */
final class OverExposure implements Component {
  @Override
  public int score(FaceView view) {
    return scoreOf(view.luminance().share(247, 255));
  }

  static int scoreOf(double brightShare) {
    return Curve.score(1 / (brightShare + 0.01));
  }
}
