package org.facedesk.attack;

import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a person that is printed whole.
 *
 * @param source where it comes from: a file, and for a recording the frame's number
 * @param middle of the face, pixels
 * @param eyeDistance between the outer corners of the eyes, pixels
 * @param straight whether the person looks about into the camera, as on most photographs of faces
 */
record Photograph(
    String source, Frame picture, Point middle, double eyeDistance, boolean straight) {
  private static final double LEAST_PRESENCE = 0.9;

  /** Eyes farther than this many pixels apart have detail enough to be printed. */
  private static final double LEAST_EYE_DISTANCE = 30;

  private static final double STRAIGHT_YAW = 9;
  private static final double STRAIGHT_PITCH = 14;

  /** Null unless it shows exactly one face, clearly. */
  static @Nullable Photograph of(String source, FrameAnalysis analysis) {
    Face face = analysis.face();
    if (face == null || analysis.faces() != 1 || face.presence() < LEAST_PRESENCE) {
      return null;
    }
    Landmarks points = face.landmarks();
    Point right = points.point(Landmarks.RIGHT_EYE_OUTER);
    Point left = points.point(Landmarks.LEFT_EYE_OUTER);
    Point chin = points.point(Landmarks.CHIN);
    double distance = right.distanceTo(left);
    if (distance < LEAST_EYE_DISTANCE) {
      return null;
    }
    Point middle =
        new Point((right.x() + left.x() + chin.x()) / 3, (right.y() + left.y() + chin.y()) / 3);
    boolean straight =
        Math.abs(face.pose().yaw()) <= STRAIGHT_YAW
            && Math.abs(face.pose().pitch()) <= STRAIGHT_PITCH;
    return new Photograph(source, analysis.frame(), middle, distance, straight);
  }
}
