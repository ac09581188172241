package org.facedesk.engine.quality;

import org.facedesk.core.Frame;

/**
 * Reads a frame at places between its pixels: bilinear, or the mean of a small grid of pixels where
 * the frame is so much finer that single pixels would alias.
 */
final class Sampler {
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final int grid;
  private final double spacing;

  /**
   * @param scale pixels of the frame per pixel that is asked for
   */
  Sampler(Frame frame, double scale) {
    width = frame.width();
    height = frame.height();
    bgr = frame.bgr();
    grid = Math.clamp(Math.round(scale), 1, 8);
    spacing = scale / grid;
  }

  /** Whether this place (continuous coordinates) lies within the frame. */
  boolean covers(double x, double y) {
    return x >= 0 && y >= 0 && x < width && y < height;
  }

  /** Red, green and blue, eight bits each. */
  int rgb(double x, double y) {
    return grid == 1 ? bilinear(x - 0.5, y - 0.5) : mean(x, y);
  }

  private int mean(double x, double y) {
    double offset = (grid - 1) / 2.0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int j = 0; j < grid; j++) {
      int row = Math.clamp((int) (y + (j - offset) * spacing), 0, height - 1) * width;
      for (int i = 0; i < grid; i++) {
        int column = Math.clamp((int) (x + (i - offset) * spacing), 0, width - 1);
        int p = 3 * (row + column);
        blue += bgr[p] & 0xFF;
        green += bgr[p + 1] & 0xFF;
        red += bgr[p + 2] & 0xFF;
      }
    }
    int count = grid * grid;
    int half = count / 2;
    return pack((red + half) / count, (green + half) / count, (blue + half) / count);
  }

  private int bilinear(double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    int wx = (int) ((x - x0) * 256);
    int wy = (int) ((y - y0) * 256);
    int left = Math.max(0, x0);
    int right = Math.min(width - 1, x0 + 1);
    int top = Math.max(0, y0) * width;
    int bottom = Math.min(height - 1, y0 + 1) * width;
    int a = 3 * (top + left);
    int b = 3 * (top + right);
    int c = 3 * (bottom + left);
    int d = 3 * (bottom + right);
    int blue = blend(a, b, c, d, wx, wy);
    int green = blend(a + 1, b + 1, c + 1, d + 1, wx, wy);
    int red = blend(a + 2, b + 2, c + 2, d + 2, wx, wy);
    return pack(red, green, blue);
  }

  private static int pack(int red, int green, int blue) {
    return (red << 16) | (green << 8) | blue;
  }

  private int blend(int a, int b, int c, int d, int wx, int wy) {
    int upper = (bgr[a] & 0xFF) * (256 - wx) + (bgr[b] & 0xFF) * wx;
    int lower = (bgr[c] & 0xFF) * (256 - wx) + (bgr[d] & 0xFF) * wx;
    return (upper * (256 - wy) + lower * wy + (1 << 15)) >> 16;
  }
}
