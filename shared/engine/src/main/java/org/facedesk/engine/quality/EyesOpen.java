package org.facedesk.engine.quality;

import org.facedesk.engine.Eyes;
import org.facedesk.engine.Landmarks;

/**
 * Lid gap of the narrower eye against the face's length. The gap comes from the eye model (its
 * openness times the eye's width): the mesh draws closed eyes half open.
 */
final class EyesOpen implements Component {
  @Override
  public int score(FaceView view) {
    Landmarks landmarks = view.landmarks();
    Eyes eyes = view.face().eyes();
    double right =
        eyes.rightOpenness()
            * width(landmarks, Landmarks.RIGHT_EYE_OUTER, Landmarks.RIGHT_EYE_INNER);
    double left =
        eyes.leftOpenness() * width(landmarks, Landmarks.LEFT_EYE_OUTER, Landmarks.LEFT_EYE_INNER);
    return scoreOf(Math.min(right, left) / view.faceLength());
  }

  static int scoreOf(double gapOverLength) {
    return Curve.score(100 * Curve.sigmoid(gapOverLength, 0.02, 0.01));
  }

  private static double width(Landmarks landmarks, int outer, int inner) {
    return landmarks.point(outer).distanceTo(landmarks.point(inner));
  }
}
