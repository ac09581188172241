package org.facedesk.engine.liveness;

import org.facedesk.engine.Landmarks;

/** Which of the mesh's points say what. */
final class MeshPoints {
  /** Points that keep their place on the skull whatever the face expresses. */
  static final int[] RIGID = {
    33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 10, 151, 9, 8, 127, 356, 234, 454, 93, 323, 67,
    297, 109, 338, 54, 284, 21, 251, 162, 389, 122, 351, 196, 419, 174, 399, 217, 437, 48, 278, 116,
    345, 117, 346
  };

  /**
   * Points that follow the picture even where the model's idea of a face would put them elsewhere.
   */
  static final int[] ANCHORS = {
    33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 2, 98, 327, 70, 105, 107, 336, 334, 300, 61, 291
  };

  /** Brows, cheeks and below the nose: around the part of the face that has a relief. */
  static final int[] RELIEF_OUTLINE = {
    70, 63, 105, 66, 107, 336, 296, 334, 293, 300, 345, 425, 327, 2, 98, 205, 116
  };

  static final int BRIDGE_TOP = 168;
  static final int BRIDGE_BOTTOM = 197;

  private MeshPoints() {}

  /** Distance between the outer eye corners, image pixels: the unit of lengths on a face. */
  static double unit(Landmarks face) {
    return distance(face, Landmarks.RIGHT_EYE_OUTER, Landmarks.LEFT_EYE_OUTER);
  }

  static double distance(Landmarks face, int a, int b) {
    return Math.hypot(face.x(a) - face.x(b), face.y(a) - face.y(b));
  }
}
