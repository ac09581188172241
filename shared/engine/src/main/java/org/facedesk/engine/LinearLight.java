package org.facedesk.engine;

/** Light behind a pixel's value: the inverse of the sRGB transfer curve (IEC 61966-2-1). */
public final class LinearLight {
  private static final float[] TABLE = new float[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      double value = i / 255.0;
      TABLE[i] = (float) (value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92);
    }
  }

  private LinearLight() {}

  /**
   * @param value one channel of a pixel
   * @return 0..1
   */
  public static float of(byte value) {
    return TABLE[value & 0xFF];
  }
}
