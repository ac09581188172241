package org.facedesk.engine.obstacles;

/**
 * Dark glasses: the skin above and below both eyes, and the whole of what lies between, is darker
 * than the cheeks, while the forehead between the brows is not. Clear spectacles leave the skin
 * behind them as it is; shadow of deep sockets spares the skin below the eyes, shadow of a cap
 * takes the forehead as well.
 *
 * @param below light of the skin below the eye against the cheek, of the lighter side
 * @param mean the same for the whole socket
 * @param darkest the same for the darker one of upper lid and skin below
 * @param forehead light between the brows against the cheeks
 * @param asymmetry difference of {@code mean} between both sides
 */
record DarkGlasses(double below, double mean, double darkest, double forehead, double asymmetry) {
  private static final double SPOT = 0.05;
  private static final double SMALL = 0.03;
  private static final Side RIGHT =
      new Side(new int[] {229, 230, 231, 119}, new int[] {27, 28, 29}, 205, 50, 33, 133);
  private static final Side LEFT =
      new Side(new int[] {449, 450, 451, 348}, new int[] {257, 258, 259}, 425, 280, 263, 362);

  /** Points of the mesh around one eye. */
  private record Side(
      int[] belowEye, int[] lid, int lowCheek, int highCheek, int outer, int inner) {}

  /** One eye against its cheek. */
  private record Look(double cheek, double below, double mean, double darkest) {
    static Look at(Skin skin, Side side) {
      double cheek = skin.at(SPOT, side.lowCheek, side.highCheek).light();
      double below = skin.at(SMALL, side.belowEye).light() - cheek;
      double lid = skin.at(SMALL, side.lid).light() - cheek;
      return new Look(cheek, below, socket(skin, side) - cheek, Math.min(below, lid));
    }

    private static double socket(Skin skin, Side side) {
      double sum = 0;
      int count = 0;
      for (int row = 0; row <= 10; row++) {
        for (int column = -6; column <= 6; column++) {
          double down = -0.14 + 0.034 * row;
          double light = skin.beside(side.outer, side.inner, 0.04 * column, down, 0.018).light();
          if (!Double.isNaN(light)) {
            sum += light;
            count++;
          }
        }
      }
      return sum / count;
    }
  }

  static DarkGlasses of(Skin skin) {
    Look right = Look.at(skin, RIGHT);
    Look left = Look.at(skin, LEFT);
    double brow = (skin.at(9, SPOT).light() + skin.at(8, SPOT).light()) / 2;
    return new DarkGlasses(
        Math.max(right.below, left.below),
        Math.max(right.mean, left.mean),
        Math.max(right.darkest, left.darkest),
        brow - (right.cheek + left.cheek) / 2,
        Math.abs(right.mean - left.mean));
  }

  /** Weights fitted as {@code docs/quality.md} says; NaN when a part is out of the picture. */
  double logOdds() {
    return -6.32 - 1.88 * below - 1.72 * mean - 1.52 * darkest + 2.53 * forehead + 3.36 * asymmetry;
  }
}
