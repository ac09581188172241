package org.facedesk.capture.practice;

import java.util.SplittableRandom;

/**
 * What a sensor adds to every pixel: Gaussian noise, its own for each seed and always the same for
 * one. A table of quantiles, drawn from by a xorshift generator, makes it some two milliseconds a
 * picture.
 */
final class SensorNoise {
  private static final int BITS = 12;
  private static final int MASK = (1 << BITS) - 1;

  private final int[] sixteenths = new int[1 << BITS];

  /**
   * @param sigma standard deviation, in grey levels of 255
   */
  SensorNoise(double sigma) {
    SplittableRandom random = new SplittableRandom(20_260_101);
    for (int i = 0; i < sixteenths.length; i++) {
      sixteenths[i] = (int) Math.round(16 * sigma * random.nextGaussian());
    }
  }

  /**
   * @param light factor on the brightness of the whole picture, 1 for none
   * @return packed BGR with noise, three bytes a pixel
   */
  byte[] develop(Picture picture, double light, long seed) {
    int[] rgb = picture.rgb();
    byte[] bgr = new byte[3 * rgb.length];
    int gain = (int) Math.round(16 * 256 * light);
    long state = new SplittableRandom(seed).nextLong() | 1;
    for (int i = 0, p = 0; i < rgb.length; i++, p += 3) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
      int c = rgb[i];
      bgr[p] = level((c & 255) * gain, (int) (state >>> 8));
      bgr[p + 1] = level((c >> 8 & 255) * gain, (int) (state >>> 24));
      bgr[p + 2] = level((c >> 16 & 255) * gain, (int) (state >>> 40));
    }
    return bgr;
  }

  private byte level(int scaled, int random) {
    int value = ((scaled >> 8) + sixteenths[random & MASK] + 8) >> 4;
    return (byte) Math.max(0, Math.min(255, value));
  }
}
