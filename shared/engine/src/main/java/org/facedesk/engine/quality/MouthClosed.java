package org.facedesk.engine.quality;

import org.facedesk.engine.Landmarks;

/** Gap between the inner lips against the face's length. */
final class MouthClosed implements Component {
  private static final int[][] INNER_LIPS = {{82, 87}, {13, 14}, {312, 317}};

  @Override
  public int score(FaceView view) {
    Landmarks landmarks = view.landmarks();
    double widest = 0;
    for (int[] pair : INNER_LIPS) {
      widest = Math.max(widest, landmarks.point(pair[0]).distanceTo(landmarks.point(pair[1])));
    }
    return scoreOf(widest / view.faceLength());
  }

  static int scoreOf(double gapOverLength) {
    return Curve.score(100 * (1 - Curve.sigmoid(gapOverLength, 0.2, 0.06)));
  }
}
