package org.facedesk.capture.practice;

/**
 * Brows and a beard, painted into the portrait within soft outlines taken from the mesh.
 *
 * @param brows how black the brows are, 0..1
 * @param beard how black moustache, cheeks and chin are, 0..1
 */
record FacePaint(double brows, double beard) {
  private static final int[] RIGHT_BROW = {46, 53, 52, 65, 55, 107, 66, 105, 63, 70};
  private static final int[] LEFT_BROW = {276, 283, 282, 295, 285, 336, 296, 334, 293, 300};
  private static final int[] BEARD = {
    132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 411, 426,
    327, 2, 98, 206, 187
  };
  private static final int[] LIPS = {
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
  };

  /** What black hair leaves of red, green and blue. */
  private static final double[] BLACK = {.12, .1, .09};

  Picture apply(Picture portrait, HeadMesh mesh) {
    if (brows == 0 && beard == 0) {
      return portrait;
    }
    Picture painted = portrait.copy();
    int[] rgb = painted.rgb();
    Outline rightBrow = new Outline(mesh, RIGHT_BROW);
    Outline leftBrow = new Outline(mesh, LEFT_BROW);
    Outline chin = new Outline(mesh, BEARD);
    Outline lips = new Outline(mesh, LIPS);
    for (int p = 0; p < rgb.length; p++) {
      int row = p / painted.width();
      double x = p - row * painted.width() + .5;
      double y = row + .5;
      double onBrow = Math.max(rightBrow.cover(x, y, 5), leftBrow.cover(x, y, 5));
      double onChin = chin.cover(x, y, 12) * (1 - lips.cover(x, y, 3));
      rgb[p] = blacken(rgb[p], Math.max(onBrow * brows, onChin * beard));
    }
    return painted;
  }

  private static int blacken(int rgb, double weight) {
    int red = (int) Math.round((rgb >> 16 & 255) * (1 + (BLACK[0] - 1) * weight));
    int green = (int) Math.round((rgb >> 8 & 255) * (1 + (BLACK[1] - 1) * weight));
    int blue = (int) Math.round((rgb & 255) * (1 + (BLACK[2] - 1) * weight));
    return red << 16 | green << 8 | blue;
  }
}
