package org.facedesk.engine.quality;

/**
 * How much of a portrait the head would fill. Judged on the portrait that can be cut out, not on
 * the landscape frame: as tall as makes the face's length 0.45 of it, or as the frame allows. So it
 * falls when the head is too close; a head too far away shows in the inter-eye distance.
 */
final class HeadSize implements Component {
  private static final double IDEAL = 0.45;
  private static final double WIDTH_OVER_HEIGHT = 0.75;

  @Override
  public int score(FaceView view) {
    double length = view.faceLength();
    double tallest = Math.min(view.frame().height(), view.frame().width() / WIDTH_OVER_HEIGHT);
    return scoreOf(length / Math.min(length / IDEAL, tallest));
  }

  static int scoreOf(double lengthOverHeight) {
    return Curve.score(200 * (1 - Curve.sigmoid(Math.abs(lengthOverHeight - IDEAL), 0, 0.05)));
  }
}
