package org.facedesk.engine.quality;

import org.facedesk.engine.Landmarks;

/**
 * Lid gap of the narrower eye against the face's length. The gap is the larger of three pairs of
 * opposite lid points of the mesh.
 */
final class EyesOpen implements Component {
  private static final int[][] RIGHT = {{160, 144}, {159, 145}, {158, 153}};
  private static final int[][] LEFT = {{385, 380}, {386, 374}, {387, 373}};

  @Override
  public int score(FaceView view) {
    Landmarks landmarks = view.landmarks();
    double gap = Math.min(widest(landmarks, RIGHT), widest(landmarks, LEFT));
    return scoreOf(gap / view.faceLength());
  }

  static int scoreOf(double gapOverLength) {
    return Curve.score(100 * Curve.sigmoid(gapOverLength, 0.02, 0.01));
  }

  private static double widest(Landmarks landmarks, int[][] pairs) {
    double widest = 0;
    for (int[] pair : pairs) {
      widest = Math.max(widest, landmarks.point(pair[0]).distanceTo(landmarks.point(pair[1])));
    }
    return widest;
  }
}
