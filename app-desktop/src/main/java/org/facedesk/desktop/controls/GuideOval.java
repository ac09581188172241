package org.facedesk.desktop.controls;

import java.nio.IntBuffer;

/**
 * The oval that people place their face in, in the unit of the picture that it is for.
 *
 * @param centreX from the picture's left
 * @param centreY from its top
 * @param radiusX half as wide
 * @param radiusY half as tall: a face is taller than wide
 */
record GuideOval(double centreX, double centreY, double radiusX, double radiusY) {
  /** What is outside keeps this many 256ths of its light; the rest is the pane's black. */
  private static final int KEPT = 148;

  private static final int ADDED = 0x05070A;

  static GuideOval of(double width, double height) {
    return new GuideOval(width / 2, 0.48 * height, 0.29 * height, 0.39 * height);
  }

  /**
   * Darkens the pixels outside, opaque ARGB. A veil drawn over the picture by JavaFX costs a
   * software renderer more than all the rest of it.
   */
  void veil(IntBuffer argb, int width, int height) {
    for (int y = 0; y < height; y++) {
      double across = (y + .5 - centreY) / radiusY;
      double half = across * across < 1 ? radiusX * Math.sqrt(1 - across * across) : 0;
      int left = Math.clamp(Math.round(centreX - half), 0, width);
      int right = Math.clamp(Math.round(centreX + half), left, width);
      int row = y * width;
      darken(argb, row, row + left);
      darken(argb, row + right, row + width);
    }
  }

  private static void darken(IntBuffer argb, int from, int to) {
    for (int i = from; i < to; i++) {
      int pixel = argb.get(i);
      int redBlue = (((pixel & 0xFF00FF) * KEPT) >>> 8) & 0xFF00FF;
      int green = (((pixel & 0x00FF00) * KEPT) >>> 8) & 0x00FF00;
      argb.put(i, 0xFF000000 | ((redBlue | green) + ADDED));
    }
  }
}
