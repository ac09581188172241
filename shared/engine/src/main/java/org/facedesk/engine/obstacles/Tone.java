package org.facedesk.engine.obstacles;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The light that a spot of a face sends out, in logarithms, so that brightness of the lamp and of
 * the skin become differences.
 *
 * @param red log of red over green
 * @param blue log of blue over green
 * @param light log of the luminance; NaN like the others when the spot is not in the picture
 */
record Tone(double red, double blue, double light) {

  static Tone median(Tone... tones) {
    return new Tone(
        median(tones, Tone::red), median(tones, Tone::blue), median(tones, Tone::light));
  }

  /** Distance in colour alone. */
  double colourTo(Tone other) {
    return Math.hypot(red - other.red, blue - other.blue);
  }

  /** The middle one, or the mean of the two in the middle; what is NaN does not count. */
  static double median(double... values) {
    double[] sorted =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
  }

  private static double median(Tone[] tones, ToDoubleFunction<Tone> part) {
    return median(Arrays.stream(tones).mapToDouble(part).toArray());
  }
}
