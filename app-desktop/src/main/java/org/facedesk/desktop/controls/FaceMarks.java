package org.facedesk.desktop.controls;

import java.util.List;
import java.util.stream.IntStream;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.jspecify.annotations.Nullable;

/**
 * Where the face is in the picture, in the pixels of a frame of this size.
 *
 * @param outline the face's oval, point by point around
 * @param eyeRadius half the width of an eye
 */
public record FaceMarks(
    int frameWidth,
    int frameHeight,
    List<Point> outline,
    Point rightEye,
    Point leftEye,
    double eyeRadius) {
  /** The mesh's outer ring, from the forehead clockwise in the picture. */
  private static final int[] RING = {
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
    148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
  };

  /** Null without a face. */
  public static @Nullable FaceMarks of(FrameAnalysis analysis) {
    Face face = analysis.face();
    if (face == null) {
      return null;
    }
    Landmarks mesh = face.landmarks();
    double eyeWidth =
        mesh.point(Landmarks.RIGHT_EYE_OUTER).distanceTo(mesh.point(Landmarks.RIGHT_EYE_INNER))
            + mesh.point(Landmarks.LEFT_EYE_OUTER).distanceTo(mesh.point(Landmarks.LEFT_EYE_INNER));
    return new FaceMarks(
        analysis.frame().width(),
        analysis.frame().height(),
        IntStream.of(RING).mapToObj(mesh::point).toList(),
        mesh.rightEyeCentre(),
        mesh.leftEyeCentre(),
        eyeWidth / 4);
  }
}
