package org.facedesk.engine.quality;

import org.jspecify.annotations.Nullable;

/**
 * The grey values of an {@link AlignedFace} with a summed area table, for filters over small
 * windows. Windows that reach a pixel which is not known are left out. Used by one thread.
 */
final class GreyPlane {
  private static final int WIDTH = AlignedFace.WIDTH;
  private static final int HEIGHT = AlignedFace.HEIGHT;

  private final float[] grey;
  private final boolean[] known;
  private final Outline outline;
  private double @Nullable [] sums;

  private GreyPlane(float[] grey, boolean[] known, Outline outline) {
    this.grey = grey;
    this.known = known;
    this.outline = outline;
  }

  /** Rec. 601 grey, 0..255, of the display values (not linear light). */
  static GreyPlane of(AlignedFace aligned) {
    float[] grey = new float[WIDTH * HEIGHT];
    boolean[] known = new boolean[WIDTH * HEIGHT];
    Outline outline = aligned.outline();
    for (int y = 0; y < HEIGHT; y++) {
      int from = Math.max(0, outline.from(y) - AlignedFace.BORDER);
      int to = Math.min(WIDTH, outline.to(y) + AlignedFace.BORDER);
      for (int x = from, p = y * WIDTH + from; x < to; x++, p++) {
        if (aligned.known(x, y)) {
          int rgb = aligned.rgb(x, y);
          grey[p] =
              0.299f * (rgb >> 16 & 0xFF) + 0.587f * (rgb >> 8 & 0xFF) + 0.114f * (rgb & 0xFF);
          known[p] = true;
        }
      }
    }
    return new GreyPlane(grey, known, outline);
  }

  /** Each pixel with its neighbours, weighted 1 2 1 in both directions. */
  GreyPlane smoothed() {
    float[] smooth = new float[WIDTH * HEIGHT];
    boolean[] complete = new boolean[WIDTH * HEIGHT];
    for (int y = 1; y < HEIGHT - 1; y++) {
      int from = Math.max(1, outline.from(y) - AlignedFace.BORDER);
      int to = Math.min(WIDTH - 1, outline.to(y) + AlignedFace.BORDER);
      for (int x = from; x < to; x++) {
        int p = y * WIDTH + x;
        if (known[p - WIDTH - 1]
            && known[p - WIDTH + 1]
            && known[p + WIDTH - 1]
            && known[p + WIDTH + 1]) {
          smooth[p] = (row(p - WIDTH) + 2 * row(p) + row(p + WIDTH)) / 16;
          complete[p] = true;
        }
      }
    }
    return new GreyPlane(smooth, complete, outline);
  }

  /**
   * Root mean square of the difference between a pixel and the mean of the square around it, over
   * the face.
   *
   * @param radius the square has 2 · radius + 1 pixels a side
   * @return NaN when no such square lies within the frame
   */
  double differenceFromMean(int radius) {
    double[] sums = summedArea();
    int side = 2 * radius + 1;
    double total = 0;
    int count = 0;
    for (int y = radius; y < HEIGHT - radius; y++) {
      int from = Math.max(outline.from(y), radius);
      int to = Math.min(outline.to(y), WIDTH - radius);
      for (int x = from; x < to; x++) {
        int p = y * WIDTH + x;
        if (corners(p, radius)) {
          int a = (y - radius) * (WIDTH + 1) + x - radius;
          int b = a + side * (WIDTH + 1);
          double mean = (sums[b + side] - sums[b] - sums[a + side] + sums[a]) / (side * side);
          double difference = grey[p] - mean;
          total += difference * difference;
          count++;
        }
      }
    }
    return count == 0 ? Double.NaN : Math.sqrt(total / count);
  }

  private boolean corners(int p, int radius) {
    int up = p - radius * WIDTH;
    int down = p + radius * WIDTH;
    return known[up - radius] && known[up + radius] && known[down - radius] && known[down + radius];
  }

  private float row(int p) {
    return grey[p - 1] + 2 * grey[p] + grey[p + 1];
  }

  private double[] summedArea() {
    if (sums == null) {
      sums = sumUp();
    }
    return sums;
  }

  private double[] sumUp() {
    double[] area = new double[(WIDTH + 1) * (HEIGHT + 1)];
    for (int y = 0, p = 0; y < HEIGHT; y++) {
      double row = 0;
      int q = (y + 1) * (WIDTH + 1) + 1;
      for (int x = 0; x < WIDTH; x++, p++, q++) {
        row += grey[p];
        area[q] = area[q - WIDTH - 1] + row;
      }
    }
    return area;
  }
}
