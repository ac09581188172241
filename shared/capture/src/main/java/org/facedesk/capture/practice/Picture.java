package org.facedesk.capture.practice;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * An RGB picture to draw from or on, one {@code 0xRRGGBB} a pixel, rows from the top.
 *
 * @param rgb not copied
 */
record Picture(int width, int height, int[] rgb) {

  /** The portrait, public domain (NASA), twice its size. */
  static Picture portrait() {
    try (InputStream in =
        Objects.requireNonNull(Picture.class.getResourceAsStream("portrait.png"), "portrait.png")) {
      BufferedImage image = Objects.requireNonNull(ImageIO.read(in), "portrait.png");
      int w = image.getWidth();
      int h = image.getHeight();
      int[] rgb = image.getRGB(0, 0, w, h, null, 0, w);
      for (int i = 0; i < rgb.length; i++) {
        rgb[i] &= 0xFFFFFF;
      }
      return new Picture(w, h, rgb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Picture copy() {
    return new Picture(width, height, rgb.clone());
  }

  /**
   * The colour at a place between pixels, bilinear; beyond the border the border's.
   *
   * @param u continuous, pixel i covers [i, i+1)
   * @param v continuous
   */
  int sample(float u, float v) {
    // 8 bits of fraction are as fine as the result can show
    int fu = Math.max(0, Math.min((int) (u * 256) - 128, (width - 1) << 8));
    int fv = Math.max(0, Math.min((int) (v * 256) - 128, (height - 1) << 8));
    int x = fu >> 8;
    int y = fv >> 8;
    int a = fu & 255;
    int b = fv & 255;
    int right = x + 1 < width ? 1 : 0;
    int below = y + 1 < height ? width : 0;
    int p = y * width + x;
    int top = mix(rgb[p], rgb[p + right], a);
    int bottom = mix(rgb[p + below], rgb[p + below + right], a);
    return mix(top, bottom, b);
  }

  /** Blends red and blue in one multiplication, green in another. */
  private static int mix(int one, int other, int weight) {
    int rb = one & 0xFF00FF;
    int g = one & 0x00FF00;
    rb += (((other & 0xFF00FF) - rb) * weight) >> 8;
    g += (((other & 0x00FF00) - g) * weight) >> 8;
    return (rb & 0xFF00FF) | (g & 0x00FF00);
  }
}
