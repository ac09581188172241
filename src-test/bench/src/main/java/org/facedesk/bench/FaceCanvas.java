package org.facedesk.bench;

import java.util.Random;
import org.facedesk.core.Frame;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * A copy of a picture to paint on, with the places of a face: (0, 0) lies between the eyes, x runs
 * along their line, y down the face, both in distances between the eyes. Paint takes on the light
 * that lies on the face: the picture's own brightness, smoothed. Used by one thread.
 */
final class FaceCanvas {
  private static final double LIGHT_REACH = 0.35;
  private static final double LIGHT_POWER = 0.8;

  /** Points whose brightness counts as the face's. */
  private static final int[] FACE = {4, 50, 280, 9, 199};

  /** Points of bare skin. */
  private static final int[] SKIN = {50, 280, 205, 425, 9};

  private final int width;
  private final int height;
  private final byte[] bgr;
  private final Landmarks points;
  private final Random random;
  private final double unit;
  private final double cos;
  private final double sin;
  private final Point origin;
  private final double[] light;
  private final double brightness;

  /** Colour of one pixel: red, green, blue, 0..255. */
  interface Paint {
    /**
     * @param pixel its index, row by row
     * @param light on the face there, 1 on average
     */
    double[] at(int pixel, double x, double y, double light);
  }

  FaceCanvas(Frame frame, Landmarks points, long seed) {
    width = frame.width();
    height = frame.height();
    bgr = frame.bgr().clone();
    this.points = points;
    random = new Random(seed);
    unit = points.interEyeDistance();
    Point right = points.rightEyeCentre();
    Point left = points.leftEyeCentre();
    cos = (left.x() - right.x()) / unit;
    sin = (left.y() - right.y()) / unit;
    origin = new Point((left.x() + right.x()) / 2, (left.y() + right.y()) / 2);
    light = smoothed();
    double mean = 0;
    for (int i : FACE) {
      int x = Math.clamp((int) points.x(i), 0, width - 1);
      int y = Math.clamp((int) points.y(i), 0, height - 1);
      mean += light[y * width + x] / FACE.length;
    }
    for (int i = 0; i < light.length; i++) {
      light[i] = Math.pow(light[i] / Math.max(1, mean), LIGHT_POWER);
    }
    brightness = Math.clamp(mean / 140, 0.35, 1.25);
  }

  Frame frame() {
    return new Frame(width, height, bgr, 0);
  }

  /** How bright the picture of this face is, 1 for a usual one. */
  double brightness() {
    return brightness;
  }

  double between(double least, double most) {
    return least + random.nextDouble() * (most - least);
  }

  boolean chance() {
    return random.nextBoolean();
  }

  double noise() {
    return random.nextGaussian();
  }

  /** One of these at random. */
  double[] one(double[]... colours) {
    return colours[random.nextInt(colours.length)];
  }

  /** A point of the mesh, in pixels. */
  Point mesh(int index) {
    return points.point(index);
  }

  /** Between two points of the mesh, in pixels. */
  Point mesh(int first, int second, double share) {
    Point a = mesh(first);
    Point b = mesh(second);
    return new Point(a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y()));
  }

  /** A place of the face, in pixels. */
  Point place(double x, double y) {
    return new Point(
        origin.x() + unit * (x * cos - y * sin), origin.y() + unit * (x * sin + y * cos));
  }

  /** Where a pixel lies on the face. */
  Point onFace(Point pixel) {
    double dx = (pixel.x() - origin.x()) / unit;
    double dy = (pixel.y() - origin.y()) / unit;
    return new Point(dx * cos + dy * sin, -dx * sin + dy * cos);
  }

  /** Pixels in a distance between the eyes. */
  double unit() {
    return unit;
  }

  /** Red, green, blue of the skin. */
  double[] skin() {
    double[] sum = new double[3];
    for (int i : SKIN) {
      int x = Math.clamp((int) points.x(i), 0, width - 1);
      int y = Math.clamp((int) points.y(i), 0, height - 1);
      for (int c = 0; c < 3; c++) {
        sum[c] += pixel(y * width + x)[c] / SKIN.length;
      }
    }
    return sum;
  }

  /** Red, green, blue as they are now. */
  double[] pixel(int index) {
    return new double[] {
      bgr[3 * index + 2] & 0xFF, bgr[3 * index + 1] & 0xFF, bgr[3 * index] & 0xFF
    };
  }

  /** All pixels as they are now, for paint that lets them through. */
  double[][] pixels() {
    double[][] all = new double[width * height][];
    for (int i = 0; i < all.length; i++) {
      all[i] = pixel(i);
    }
    return all;
  }

  /**
   * @param outline in pixels
   * @param feather width of the soft edge, pixels
   * @param opacity 0..1
   */
  void fill(Point[] outline, double feather, double opacity, Paint paint) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double weight = opacity * cover(outline, x + 0.5, y + 0.5, feather);
        if (weight > 0) {
          int index = y * width + x;
          Point here = onFace(new Point(x + 0.5, y + 0.5));
          double[] colour = paint.at(index, here.x(), here.y(), light[index]);
          double[] before = pixel(index);
          for (int c = 0; c < 3; c++) {
            double mixed = before[c] * (1 - weight) + colour[c] * weight;
            bgr[3 * index + 2 - c] = (byte) Math.clamp(Math.round(mixed), 0, 255);
          }
        }
      }
    }
  }

  static double[] times(double[] colour, double factor) {
    return new double[] {colour[0] * factor, colour[1] * factor, colour[2] * factor};
  }

  private static double cover(Point[] outline, double x, double y, double feather) {
    boolean inside = false;
    double nearest = Double.MAX_VALUE;
    for (int i = 0, j = outline.length - 1; i < outline.length; j = i++) {
      Point a = outline[i];
      Point b = outline[j];
      if ((a.y() > y) != (b.y() > y)
          && x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()) {
        inside = !inside;
      }
      double dx = b.x() - a.x();
      double dy = b.y() - a.y();
      double length = dx * dx + dy * dy;
      double t =
          length == 0 ? 0 : Math.clamp(((x - a.x()) * dx + (y - a.y()) * dy) / length, 0.0, 1.0);
      nearest = Math.min(nearest, Math.hypot(x - a.x() - t * dx, y - a.y() - t * dy));
    }
    return Math.clamp(0.5 + (inside ? nearest : -nearest) / feather, 0.0, 1.0);
  }

  /** Grey levels averaged over a square around each pixel, by a summed area table. */
  private double[] smoothed() {
    int reach = (int) Math.max(2, LIGHT_REACH * unit);
    double[][] sums = new double[height + 1][width + 1];
    for (int y = 0; y < height; y++) {
      double row = 0;
      for (int x = 0; x < width; x++) {
        double[] p = pixel(y * width + x);
        row += 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
        sums[y + 1][x + 1] = sums[y][x + 1] + row;
      }
    }
    double[] mean = new double[width * height];
    for (int y = 0; y < height; y++) {
      int top = Math.max(0, y - reach);
      int bottom = Math.min(height, y + reach + 1);
      for (int x = 0; x < width; x++) {
        int from = Math.max(0, x - reach);
        int to = Math.min(width, x + reach + 1);
        double sum = sums[bottom][to] - sums[top][to] - sums[bottom][from] + sums[top][from];
        mean[y * width + x] = sum / ((double) (to - from) * (bottom - top));
      }
    }
    return mean;
  }
}
