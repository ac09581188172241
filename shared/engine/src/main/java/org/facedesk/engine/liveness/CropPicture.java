package org.facedesk.engine.liveness;

import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * A face's small aligned picture, made comparable under other light (local mean and contrast taken
 * out), with its gradients. Coordinates are pixel indices: the centre of the first pixel is (0, 0).
 */
final class CropPicture {
  static final int SIZE = Face.CROP_SIZE;
  private static final Point RIGHT_EYE = new Point(16, 20);
  private static final Point LEFT_EYE = new Point(48, 20);

  /** Half the window of the local mean and contrast. */
  private static final int RADIUS = 8;

  /** Variance, in grey levels squared, below which contrast is noise and not raised further. */
  private static final double FLOOR = 16;

  private final double[] values;
  private final double[] slopeX = new double[SIZE * SIZE];
  private final double[] slopeY = new double[SIZE * SIZE];

  private CropPicture(double[] values) {
    this.values = values;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        slopeX[y * SIZE + x] = (at(values, x + 1, y) - at(values, x - 1, y)) / 2;
        slopeY[y * SIZE + x] = (at(values, x, y + 1) - at(values, x, y - 1)) / 2;
      }
    }
  }

  /**
   * @param crop as in {@link Face#crop()}
   */
  static CropPicture of(byte[] crop) {
    double[] smooth = smoothed(crop);
    double[] sums = integral(smooth, false);
    double[] squares = integral(smooth, true);
    double[] values = new double[SIZE * SIZE];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double mean = boxMean(sums, x, y);
        double variance = Math.max(0, boxMean(squares, x, y) - mean * mean);
        values[y * SIZE + x] = (smooth[y * SIZE + x] - mean) / Math.sqrt(variance + FLOOR);
      }
    }
    return new CropPicture(values);
  }

  /** Where a landmark lies in the face's own crop: the inverse of how the crop was cut. */
  static Point place(Landmarks face, int index) {
    Point right = face.rightEyeCentre();
    Point left = face.leftEyeCentre();
    double dx = left.x() - right.x();
    double dy = left.y() - right.y();
    double k = (LEFT_EYE.x() - RIGHT_EYE.x()) / (dx * dx + dy * dy);
    double px = face.x(index) - right.x();
    double py = face.y(index) - right.y();
    return new Point(
        RIGHT_EYE.x() + k * (dx * px + dy * py) - 0.5,
        RIGHT_EYE.y() + k * (dx * py - dy * px) - 0.5);
  }

  double value(int x, int y) {
    return values[y * SIZE + x];
  }

  /**
   * Value, slope along x and slope along y at a place between pixels; beyond the edge, the edge's.
   */
  void sample(double x, double y, double[] result) {
    double cx = Math.clamp(x, 0.0, SIZE - 1.0);
    double cy = Math.clamp(y, 0.0, SIZE - 1.0);
    int i = Math.min((int) cx, SIZE - 2);
    int j = Math.min((int) cy, SIZE - 2);
    double a = cx - i;
    double b = cy - j;
    int at = j * SIZE + i;
    result[0] = between(values, at, a, b);
    result[1] = between(slopeX, at, a, b);
    result[2] = between(slopeY, at, a, b);
  }

  private static double between(double[] plane, int at, double a, double b) {
    return (1 - b) * ((1 - a) * plane[at] + a * plane[at + 1])
        + b * ((1 - a) * plane[at + SIZE] + a * plane[at + SIZE + 1]);
  }

  private static double at(double[] plane, int x, int y) {
    return plane[Math.clamp(y, 0, SIZE - 1) * SIZE + Math.clamp(x, 0, SIZE - 1)];
  }

  /** Weights 1 2 1 along both axes. */
  private static double[] smoothed(byte[] crop) {
    double[] grey = new double[SIZE * SIZE];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = crop[i] & 0xFF;
    }
    double[] columns = new double[grey.length];
    double[] both = new double[grey.length];
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        columns[y * SIZE + x] = (at(grey, x, y - 1) + 2 * at(grey, x, y) + at(grey, x, y + 1)) / 4;
      }
    }
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        both[y * SIZE + x] =
            (at(columns, x - 1, y) + 2 * at(columns, x, y) + at(columns, x + 1, y)) / 4;
      }
    }
    return both;
  }

  private static double[] integral(double[] plane, boolean squared) {
    int width = SIZE + 1;
    double[] sums = new double[width * width];
    for (int y = 0; y < SIZE; y++) {
      double row = 0;
      for (int x = 0; x < SIZE; x++) {
        double v = plane[y * SIZE + x];
        row += squared ? v * v : v;
        sums[(y + 1) * width + x + 1] = sums[y * width + x + 1] + row;
      }
    }
    return sums;
  }

  private static double boxMean(double[] sums, int x, int y) {
    int width = SIZE + 1;
    int x0 = Math.max(0, x - RADIUS);
    int y0 = Math.max(0, y - RADIUS);
    int x1 = Math.min(SIZE, x + RADIUS + 1);
    int y1 = Math.min(SIZE, y + RADIUS + 1);
    double sum =
        sums[y1 * width + x1]
            - sums[y0 * width + x1]
            - sums[y1 * width + x0]
            + sums[y0 * width + x0];
    return sum / ((x1 - x0) * (y1 - y0));
  }
}
