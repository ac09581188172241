package org.facedesk.capture.practice;

/**
 * Closes the eyes of the relief: the upper lid comes down onto the lower one, and the crease above
 * follows half the way, so that the skin between them covers the eye instead of being smeared over
 * it. Indices are those of the MediaPipe face mesh, from corner to corner.
 */
final class Eyelids {
  private static final int[][] UPPER = {
    {246, 161, 160, 159, 158, 157, 173}, {466, 388, 387, 386, 385, 384, 398}
  };
  private static final int[][] LOWER = {
    {7, 163, 144, 145, 153, 154, 155}, {249, 390, 373, 374, 380, 381, 382}
  };
  private static final int[][] CREASE = {
    {247, 30, 29, 27, 28, 56, 190}, {467, 260, 259, 257, 258, 286, 414}
  };

  /** How far the lower lid rises, of the whole opening. */
  private static final float LOWER_RISE = .12f;

  private static final float CREASE_FOLLOWS = .45f;

  private Eyelids() {}

  /** Moves the lids' vertices in place; closure 0 leaves them alone. */
  static void close(float[] x, float[] y, float[] z, double closure) {
    float c = (float) Math.clamp(closure, 0., 1.);
    for (int eye = 0; eye < 2; eye++) {
      for (int i = 0; i < UPPER[eye].length; i++) {
        int up = UPPER[eye][i];
        int low = LOWER[eye][i];
        int crease = CREASE[eye][i];
        float gapX = x[low] - x[up];
        float gapY = y[low] - y[up];
        float gapZ = z[low] - z[up];
        float down = c * (1 - LOWER_RISE);
        x[up] += down * gapX;
        y[up] += down * gapY;
        z[up] += down * gapZ;
        y[low] -= c * LOWER_RISE * gapY;
        y[crease] += c * CREASE_FOLLOWS * gapY;
      }
    }
  }
}
