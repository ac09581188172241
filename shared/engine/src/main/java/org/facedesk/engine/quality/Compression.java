package org.facedesk.engine.quality;

import org.facedesk.core.Frame;
import org.facedesk.engine.Box;

/**
 * Traces of strong JPEG compression: our own proxy in place of the reference's network. JPEG codes
 * blocks of 8 × 8 pixels; where much was thrown away the steps from block to block stand out. The
 * mean step at each of the eight columns (rows) of the grid is measured in the frame's own pixels,
 * and the largest compared with the others. A picture scaled after compression no longer shows its
 * grid, so a high score is no promise.
 */
final class Compression implements Component {
  private static final int BLOCK = 8;
  private static final int SMALLEST_SIDE = 3 * BLOCK;
  private static final int MOST_LINES = 96;
  private static final double CENTRE = 1.6;
  private static final double WIDTH = 0.15;

  @Override
  public int score(FaceView view) {
    return scoreOf(blockiness(view.frame(), view.landmarks().bounds()));
  }

  static int scoreOf(double blockiness) {
    return Curve.score(100 * (1 - Curve.sigmoid(blockiness, CENTRE, WIDTH)));
  }

  /** About 1 without a grid; NaN where the area is too small or has no detail at all. */
  static double blockiness(Frame frame, Box area) {
    int x0 = Math.clamp((int) area.x0(), 0, frame.width());
    int x1 = Math.clamp((int) area.x1(), 0, frame.width());
    int y0 = Math.clamp((int) area.y0(), 0, frame.height());
    int y1 = Math.clamp((int) area.y1(), 0, frame.height());
    if (x1 - x0 < SMALLEST_SIDE || y1 - y0 < SMALLEST_SIDE) {
      return Double.NaN;
    }
    double columns = prominence(steps(frame, x0, x1, y0, y1, true));
    double rows = prominence(steps(frame, y0, y1, x0, x1, false));
    return (columns + rows) / 2;
  }

  /** Mean absolute step of green between neighbours, by the step's place in the grid. */
  private static double[] steps(
      Frame frame, int from, int to, int firstLine, int endLine, boolean horizontal) {
    byte[] bgr = frame.bgr();
    int pixel = horizontal ? 3 : 3 * frame.width();
    int line = horizontal ? 3 * frame.width() : 3;
    int stride = Math.max(1, (endLine - firstLine) / MOST_LINES);
    long[] sums = new long[BLOCK];
    int[] counts = new int[BLOCK];
    for (int l = firstLine; l < endLine; l += stride) {
      for (int i = from + 1; i < to; i++) {
        int p = l * line + i * pixel + 1;
        sums[i % BLOCK] += Math.abs((bgr[p] & 0xFF) - (bgr[p - pixel] & 0xFF));
        counts[i % BLOCK]++;
      }
    }
    double[] means = new double[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      means[i] = (double) sums[i] / counts[i];
    }
    return means;
  }

  private static double prominence(double[] means) {
    double sum = 0;
    double largest = 0;
    for (double mean : means) {
      sum += mean;
      largest = Math.max(largest, mean);
    }
    double others = (sum - largest) / (means.length - 1);
    return others > 0 ? largest / others : Double.NaN;
  }
}
