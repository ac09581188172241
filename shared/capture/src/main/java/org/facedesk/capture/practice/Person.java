package org.facedesk.capture.practice;

/**
 * Who the practice head is. All are made from the one portrait by other proportions and some paint;
 * the embedding model takes them for different people.
 */
public enum Person {
  /** The portrait as it is. */
  PORTRAIT,
  /** Narrower, with small eyes close together, a broad nose and mouth, dark brows and a beard. */
  BEARDED,
  /** Narrow, with large eyes, a short chin and a long thin nose, dark brows. */
  LONG_NOSED;

  HeadMesh shape(HeadMesh portrait) {
    return switch (this) {
      case PORTRAIT -> portrait;
      case BEARDED -> new FaceShape(.88, .89, 1.25, .86, .8, .95, 1.5, 1.3, .78).apply(portrait);
      case LONG_NOSED ->
          new FaceShape(.84, .83, .8, .95, 1.25, 1.28, .78, .85, .86).apply(portrait);
    };
  }

  Picture paint(Picture portrait, HeadMesh mesh) {
    return switch (this) {
      case PORTRAIT -> portrait;
      case BEARDED -> new FacePaint(.8, .72).apply(portrait, mesh);
      case LONG_NOSED -> new FacePaint(.85, 0).apply(portrait, mesh);
    };
  }
}
