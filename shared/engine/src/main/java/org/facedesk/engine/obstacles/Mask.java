package org.facedesk.engine.obstacles;

import java.util.Arrays;

/**
 * A mask over nose and mouth: below the bridge of the nose the colour changes at once, and then
 * hardly any more; the dark line between the lips and the nostrils are gone. A beard leaves the
 * nose and its nostrils, lipstick the line, a raised collar the nose.
 *
 * @param noseColour colour distance between the nose's tip and its bridge
 * @param step largest change, in colour and half the light, from one spot of the nose's ridge to
 *     the next
 * @param spread median colour distance of the lower face's spots to their own median
 * @param mouthLine light of the darkest spots between the lips, against skin around them
 * @param nostrils light of the nostrils against the nose's tip
 * @param colour median colour distance of the lower face's spots to forehead and upper cheeks
 */
record Mask(
    double noseColour,
    double step,
    double spread,
    double mouthLine,
    double nostrils,
    double colour) {
  private static final double SPOT = 0.05;
  private static final double SMALL = 0.03;
  private static final int[] UPPER = {151, 9, 118, 347, 101, 330, 8};
  private static final int[] LOWER = {4, 205, 425, 164, 18, 199, 43, 273, 210, 430};
  private static final int[] RIDGE = {168, 6, 197, 195, 5, 4};
  private static final int[] UPPER_LIP = {80, 81, 82, 13, 312, 311, 310};
  private static final int[] LOWER_LIP = {88, 178, 87, 14, 317, 402, 318};
  private static final int BELOW_NOSE = 2;

  static Mask of(Skin skin) {
    Tone upper = skin.at(SPOT, UPPER);
    Tone[] lower = Arrays.stream(LOWER).mapToObj(i -> skin.at(i, SPOT)).toArray(Tone[]::new);
    Tone middle = Tone.median(lower);
    Tone tip =
        Tone.median(skin.at(4, 0.04), skin.at(1, 0.04), skin.at(45, SMALL), skin.at(275, SMALL));
    Tone bridge = Tone.median(skin.at(168, 0.04), skin.at(8, 0.04), skin.at(9, SPOT));
    double nostrils =
        Math.min(
            skin.between(BELOW_NOSE, 98, 0.5, 0.02).light(),
            skin.between(BELOW_NOSE, 327, 0.5, 0.02).light());
    return new Mask(
        tip.colourTo(bridge),
        step(skin),
        median(lower, middle),
        mouthLine(skin),
        nostrils - tip.light(),
        median(lower, upper));
  }

  /** Weights fitted as {@code docs/quality.md} says; NaN when a part is out of the picture. */
  double logOdds() {
    return 1.45
        + 1.70 * noseColour
        + 3.18 * step
        - 11.47 * spread
        + 3.78 * mouthLine
        + 3.89 * nostrils
        + 2.90 * colour;
  }

  private static double step(Skin skin) {
    double largest = 0;
    for (int i = 1; i < RIDGE.length; i++) {
      Tone above = skin.at(RIDGE[i - 1], SMALL);
      Tone below = skin.at(RIDGE[i], SMALL);
      largest =
          Math.max(
              largest, Math.hypot(above.colourTo(below), 0.5 * (above.light() - below.light())));
    }
    return largest;
  }

  private static double mouthLine(Skin skin) {
    double[] darkest = new double[UPPER_LIP.length];
    for (int i = 0; i < darkest.length; i++) {
      darkest[i] = Double.MAX_VALUE;
      for (int k = 0; k <= 4; k++) {
        Tone spot = skin.between(UPPER_LIP[i], LOWER_LIP[i], k / 4.0, 0.015);
        darkest[i] = Math.min(darkest[i], spot.light());
      }
    }
    double around =
        Tone.median(
            skin.at(164, 0.04).light(),
            skin.at(18, 0.04).light(),
            skin.at(205, SPOT).light(),
            skin.at(425, SPOT).light());
    return Tone.median(darkest) - around;
  }

  private static double median(Tone[] tones, Tone from) {
    return Tone.median(Arrays.stream(tones).mapToDouble(from::colourTo).toArray());
  }
}
