package org.facedesk.engine.quality;

import org.facedesk.engine.QualityReport;

/**
 * Resolution on the face: distance between the eyes in the frame's pixels, as it would be without
 * the foreshortening of a turned head.
 */
final class InterEyeDistance implements Component {
  @Override
  public int score(FaceView view) {
    double cosine = Math.cos(Math.toRadians(view.face().pose().yaw()));
    return cosine > 0 ? scoreOf(view.interEyeDistance() / cosine) : QualityReport.NOT_ASSESSED;
  }

  static int scoreOf(double pixels) {
    return Curve.score(100 * Curve.sigmoid(pixels, 70, 20));
  }
}
