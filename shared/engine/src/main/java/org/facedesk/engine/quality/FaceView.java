package org.facedesk.engine.quality;

import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * One face in one frame as the components see it: lengths in the frame's pixels, and the face's own
 * pixels brought to a fixed scale. Used by one thread.
 */
final class FaceView {
  private final Frame frame;
  private final Face face;
  private final double secondFaceArea;
  private final AlignedFace aligned;
  private final Luminance luminance;

  /**
   * @param secondFaceArea area of the second largest face over this one's, 0 without one
   */
  FaceView(Frame frame, Face face, double secondFaceArea) {
    this.frame = frame;
    this.face = face;
    this.secondFaceArea = secondFaceArea;
    this.aligned = AlignedFace.sample(frame, face);
    this.luminance = Luminance.of(aligned);
  }

  Frame frame() {
    return frame;
  }

  Face face() {
    return face;
  }

  Landmarks landmarks() {
    return face.landmarks();
  }

  double secondFaceArea() {
    return secondFaceArea;
  }

  /** The face's pixels at a fixed inter-eye distance. */
  AlignedFace aligned() {
    return aligned;
  }

  /** Luminance inside the face's outline. */
  Luminance luminance() {
    return luminance;
  }

  /** IED: distance between the eye centres, pixels. */
  double interEyeDistance() {
    return landmarks().interEyeDistance();
  }

  Point eyeMidpoint() {
    Point right = landmarks().rightEyeCentre();
    Point left = landmarks().leftEyeCentre();
    return new Point((right.x() + left.x()) / 2, (right.y() + left.y()) / 2);
  }

  /** T: from the midpoint of the eyes to the chin, pixels. */
  double faceLength() {
    return eyeMidpoint().distanceTo(landmarks().point(Landmarks.CHIN));
  }
}
