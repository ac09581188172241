package org.facedesk.attack;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Turns exposures into a picture: adds Gaussian noise and rounds. A part of the noise is shared by
 * neighbours, as interpolation and compression in a camera spread it. Drawing a million values for
 * each picture would cost more than the rest, so each row starts at a random place of a table.
 */
final class Sensor {
  private static final float[] NOISE = noise(1 << 20);

  private final double strength;
  private final RandomGenerator random;

  /**
   * @param strength about the standard deviation, grey levels
   */
  Sensor(double strength, RandomGenerator random) {
    this.strength = strength;
    this.random = random;
  }

  /**
   * @param light three values a pixel, 0 to 255
   */
  byte[] develop(float[] light, int width) {
    byte[] pixels = new byte[light.length];
    int row = 3 * width;
    int start = 0;
    for (int i = 0; i < light.length; i++) {
      if (i % row == 0) {
        start = random.nextInt(NOISE.length - row);
      }
      float value = light[i] + (float) strength * NOISE[start + i % row];
      pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return pixels;
  }

  private static float[] noise(int size) {
    RandomGenerator source = new SplittableRandom(5);
    float[] own = new float[size];
    for (int i = 0; i < size; i++) {
      own[i] = (float) source.nextGaussian();
    }
    float[] noise = new float[size];
    for (int i = 0; i < size; i++) {
      // three values a pixel: the same colour of the pixel before
      noise[i] = .85f * own[i] + .5f * own[Math.max(0, i - 3)];
    }
    return noise;
  }
}
