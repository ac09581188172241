package org.facedesk.engine.quality;

/**
 * Distribution of the luminance inside a face's outline: Y of linearised sRGB (Rec. 709 weights) in
 * 256 levels. Linear light, so an 18 % grey is level 46, not 118.
 */
final class Luminance {
  private static final int LEVELS = 256;

  /** A face of which less than this is in the frame is not judged by its light. */
  private static final double SMALLEST_VISIBLE_SHARE = 0.5;

  /** The far cheek of a turned head is partly beyond the silhouette. */
  private static final double SMALLEST_CHEEK_SHARE = 0.25;

  private static final float[] RED = weighted(0.2126);
  private static final float[] GREEN = weighted(0.7152);
  private static final float[] BLUE = weighted(0.0722);

  private final double[] levels;
  private final double[] rightCheek;
  private final double[] leftCheek;

  private Luminance(double[] levels, double[] rightCheek, double[] leftCheek) {
    this.levels = levels;
    this.rightCheek = rightCheek;
    this.leftCheek = leftCheek;
  }

  static Luminance of(AlignedFace aligned) {
    int[] counts = new int[LEVELS];
    int known = 0;
    for (int y = 0; y < AlignedFace.HEIGHT; y++) {
      for (int x = aligned.outline().from(y); x < aligned.outline().to(y); x++) {
        if (aligned.known(x, y)) {
          counts[level(aligned.rgb(x, y))]++;
          known++;
        }
      }
    }
    boolean visible = known > 0 && known >= SMALLEST_VISIBLE_SHARE * aligned.outline().area();
    return new Luminance(
        visible ? shares(counts, known) : new double[0],
        cheek(aligned, aligned.rightCheek()),
        cheek(aligned, aligned.leftCheek()));
  }

  /** Share of the face within these levels, both included; NaN when too little of it is seen. */
  double share(int lowest, int highest) {
    if (levels.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = lowest; i <= highest; i++) {
      sum += levels[i];
    }
    return sum;
  }

  /** 0..1; NaN when too little of the face is seen. */
  double mean() {
    if (levels.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < LEVELS; i++) {
      sum += levels[i] * i / 255;
    }
    return sum;
  }

  /** Of luminance in 0..1; NaN when too little of the face is seen. */
  double variance() {
    if (levels.length == 0) {
      return Double.NaN;
    }
    double mean = mean();
    double sum = 0;
    for (int i = 0; i < LEVELS; i++) {
      double d = i / 255.0 - mean;
      sum += levels[i] * d * d;
    }
    return sum;
  }

  /** 0..8 bits; NaN when too little of the face is seen. */
  double entropyBits() {
    if (levels.length == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (double share : levels) {
      if (share > 0) {
        sum -= share * Math.log(share);
      }
    }
    return sum / Math.log(2);
  }

  /** Shares of the 256 levels; empty when the cheek is not seen. Not to be changed. */
  double[] rightCheek() {
    return rightCheek;
  }

  double[] leftCheek() {
    return leftCheek;
  }

  /** An sRGB value in 0..1 as linear light. */
  static double linear(double value) {
    return value > 0.04045 ? Math.pow((value + 0.055) / 1.055, 2.4) : value / 12.92;
  }

  private static int level(int rgb) {
    return (int) (RED[rgb >> 16 & 0xFF] + GREEN[rgb >> 8 & 0xFF] + BLUE[rgb & 0xFF] + 0.5f);
  }

  private static double[] cheek(AlignedFace aligned, AlignedFace.Square square) {
    int[] counts = new int[LEVELS];
    int known = 0;
    for (int y = square.y0(); y < square.y0() + square.side(); y++) {
      for (int x = square.x0(); x < square.x0() + square.side(); x++) {
        if (aligned.face(x, y)) {
          counts[level(aligned.rgb(x, y))]++;
          known++;
        }
      }
    }
    boolean visible = known > 0 && known >= SMALLEST_CHEEK_SHARE * square.side() * square.side();
    return visible ? shares(counts, known) : new double[0];
  }

  private static double[] shares(int[] counts, int total) {
    double[] shares = new double[counts.length];
    for (int i = 0; i < counts.length; i++) {
      shares[i] = (double) counts[i] / total;
    }
    return shares;
  }

  private static float[] weighted(double weight) {
    float[] table = new float[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      table[i] = (float) (255 * weight * linear(i / 255.0));
    }
    return table;
  }
}
