package org.facedesk.engine.quality;

/** Nobody else of comparable size in the picture: the second largest face's area counts against. */
final class SingleFace implements Component {
  @Override
  public int score(FaceView view) {
    return Curve.score(100 * (1 - view.secondFaceArea()));
  }
}
