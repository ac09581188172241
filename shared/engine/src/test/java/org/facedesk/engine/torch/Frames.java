package org.facedesk.engine.torch;

import org.facedesk.core.Frame;

/** Pictures made from pictures, in plain Java. */
final class Frames {
  private Frames() {}

  /** A grey picture. */
  static Frame blank(int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    java.util.Arrays.fill(bgr, (byte) 90);
    return new Frame(width, height, bgr, 0);
  }

  /** {@code below} with {@code above} drawn into it, scaled, its corner at (left, top). */
  static Frame placed(Frame below, Frame above, double scale, double left, double top) {
    byte[] bgr = below.bgr().clone();
    for (int y = 0; y < below.height(); y++) {
      for (int x = 0; x < below.width(); x++) {
        double u = (x + 0.5 - left) / scale - 0.5;
        double v = (y + 0.5 - top) / scale - 0.5;
        if (u >= 0 && v >= 0 && u < above.width() - 1 && v < above.height() - 1) {
          for (int c = 0; c < 3; c++) {
            bgr[3 * (y * below.width() + x) + c] = (byte) Math.round(sample(above, u, v, c, scale));
          }
        }
      }
    }
    return new Frame(below.width(), below.height(), bgr, 0);
  }

  /** Bilinear; when shrinking, the mean of a grid as fine as the source. */
  private static double sample(Frame source, double u, double v, int c, double scale) {
    int n = Math.max(1, (int) Math.ceil(1 / scale));
    double sum = 0;
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        double shift = 1 / scale / n;
        sum +=
            bilinear(source, u + (i - (n - 1) / 2.0) * shift, v + (j - (n - 1) / 2.0) * shift, c);
      }
    }
    return sum / (n * n);
  }

  private static double bilinear(Frame source, double u, double v, int c) {
    double x = Math.clamp(u, 0.0, source.width() - 1.001);
    double y = Math.clamp(v, 0.0, source.height() - 1.001);
    int x0 = (int) x;
    int y0 = (int) y;
    double fx = x - x0;
    double fy = y - y0;
    return (1 - fy) * ((1 - fx) * at(source, x0, y0, c) + fx * at(source, x0 + 1, y0, c))
        + fy * ((1 - fx) * at(source, x0, y0 + 1, c) + fx * at(source, x0 + 1, y0 + 1, c));
  }

  private static int at(Frame source, int x, int y, int c) {
    return source.bgr()[3 * (y * source.width() + x) + c] & 0xFF;
  }
}
