package org.facedesk.attack;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.facedesk.core.Frame;

/**
 * What a pinhole camera sees of a print that is held before a background of soft colours.
 *
 * <p>Lengths are pixels of the camera's picture at the print's distance at rest, the focal length
 * f. The print's own frame has its origin where it is held, x to the right, y down, z away from the
 * camera; bent to a curvature k it is the cylinder k(x² + z²) = 2z, which is the plane z = 0 for k
 * = 0. A ray o + s·d meets it where s solves a s² + 2 b s + c = 0 with a = k(dx² + dz²), b = k(ox
 * dx + oz dz) − dz, c = k(ox² + oz²) − 2 oz; the near root is c / (−b + √(b² − a c)), for a plane
 * too. Brightness follows Lambert, with some light from everywhere.
 */
final class PrintCamera {
  /** A print bent further round than this is not seen from the front, radians. */
  private static final double ROUND = 1.5;

  private static final double FLAT = 1e-9;

  /** Rays are traced to every fourth pixel; the places between are interpolated. */
  private static final int CELL = 4;

  private static final float[] NOTHING = {};

  private final Photograph photograph;
  private final Handling handling;
  private final int width;
  private final int height;
  private final double focalLength;

  /** Print pixels times this are camera pixels, at rest. */
  private final double scale;

  private final double pivotX;
  private final double pivotY;
  private final double bendCos;
  private final double bendSin;
  private final double[] light = new double[3];
  private final double directed;
  private final float[] background;

  /**
   * @param eyeDistance of the printed face at rest, camera pixels
   */
  PrintCamera(
      Photograph photograph,
      Handling handling,
      int width,
      int height,
      double eyeDistance,
      RandomGenerator random) {
    this.photograph = photograph;
    this.handling = handling;
    this.width = width;
    this.height = height;
    focalLength = random.nextDouble(1, 2.2) * width;
    scale = eyeDistance / photograph.eyeDistance();
    pivotX = handling.pivotX() * eyeDistance;
    pivotY = handling.pivotY() * eyeDistance;
    bendCos = Math.cos(handling.bendAxis());
    bendSin = Math.sin(handling.bendAxis());
    light[0] = .5 * random.nextGaussian();
    light[1] = .5 * random.nextGaussian();
    light[2] = -1 + .1 * random.nextGaussian();
    double length = Math.hypot(Math.hypot(light[0], light[1]), light[2]);
    for (int i = 0; i < 3; i++) {
      light[i] /= length;
    }
    directed = random.nextDouble(.5);
    background = softColours(width, height, random);
  }

  /** Adds one exposure of the print to a picture, with a weight; three values a pixel. */
  void expose(Pose pose, float weight, float[] sum) {
    View view = new View(pose);
    float[][] above = corners(view, 0);
    for (int top = 0; top < height; top += CELL) {
      float[][] below = corners(view, top + CELL);
      for (int left = 0; left < width; left += CELL) {
        int cell = left / CELL;
        expose(
            view,
            left,
            top,
            new float[][] {above[cell], above[cell + 1], below[cell], below[cell + 1]},
            weight,
            sum);
      }
      above = below;
    }
  }

  /** What is seen along a row, at every cell's corner. */
  private float[][] corners(View view, int row) {
    float[][] hits = new float[(width + CELL - 1) / CELL + 1][];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = view.look(i * CELL, row);
    }
    return hits;
  }

  /** One cell: between its corners, or ray by ray where the print does not fill it. */
  private void expose(View view, int left, int top, float[][] corners, float weight, float[] sum) {
    boolean filled = Arrays.stream(corners).allMatch(corner -> corner.length > 0);
    float[] hit = new float[3];
    for (int row = top; row < Math.min(top + CELL, height); row++) {
      for (int column = left; column < Math.min(left + CELL, width); column++) {
        int p = 3 * (row * width + column);
        float[] seen = filled ? hit : view.look(column, row);
        if (filled) {
          between(corners, (column - left) / (float) CELL, (row - top) / (float) CELL, hit);
        }
        if (seen.length == 0 || !sample(photograph.picture(), seen, weight, sum, p)) {
          for (int i = 0; i < 3; i++) {
            sum[p + i] += weight * background[p + i];
          }
        }
      }
    }
  }

  private static void between(float[][] corners, float right, float down, float[] hit) {
    for (int i = 0; i < 3; i++) {
      float top = corners[0][i] * (1 - right) + corners[1][i] * right;
      float bottom = corners[2][i] * (1 - right) + corners[3][i] * right;
      hit[i] = top * (1 - down) + bottom * down;
    }
  }

  Handling handling() {
    return handling;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The print in one pose: everything that is the same for all pixels. */
  private final class View {
    private final double curvature;
    private final double brightness;

    /** Directions of the camera into the print's frame, its x across the cylinder's axis. */
    private final double[] turn;

    private final double ox;
    private final double oy;
    private final double oz;
    private final double litX;
    private final double litZ;

    View(Pose pose) {
      curvature = pose.curvature();
      brightness = pose.light();
      turn = across(pose.rotation());
      double distance = focalLength / (1 + pose.zoom());
      double tx = pose.x() * distance / focalLength + pivotX;
      double ty = pose.y() * distance / focalLength + pivotY;
      ox = -(turn[0] * tx + turn[1] * ty + turn[2] * distance);
      oy = -(turn[3] * tx + turn[4] * ty + turn[5] * distance);
      oz = -(turn[6] * tx + turn[7] * ty + turn[8] * distance);
      litX = turn[0] * light[0] + turn[1] * light[1] + turn[2] * light[2];
      litZ = turn[6] * light[0] + turn[7] * light[1] + turn[8] * light[2];
    }

    /** The inverse of a rotation, followed by the turn to the cylinder's axis. */
    private double[] across(double[] rotation) {
      double[] result = new double[9];
      for (int i = 0; i < 3; i++) {
        double right = rotation[3 * i];
        double down = rotation[3 * i + 1];
        result[i] = bendCos * right + bendSin * down;
        result[3 + i] = -bendSin * right + bendCos * down;
        result[6 + i] = rotation[3 * i + 2];
      }
      return result;
    }

    private double shade(double sin, double cos) {
      return brightness * (1 - directed + directed * Math.max(0, sin * litX - cos * litZ));
    }

    /**
     * Place in the photograph, pixels with integer centres, and brightness of what a pixel shows;
     * empty where it shows no print.
     */
    float[] look(int column, int row) {
      double rx = (column + .5 - width / 2.0) / focalLength;
      double ry = (row + .5 - height / 2.0) / focalLength;
      double dx = turn[0] * rx + turn[1] * ry + turn[2];
      double dy = turn[3] * rx + turn[4] * ry + turn[5];
      double dz = turn[6] * rx + turn[7] * ry + turn[8];
      double a = curvature * (dx * dx + dz * dz);
      double b = curvature * (ox * dx + oz * dz) - dz;
      double c = curvature * (ox * ox + oz * oz) - 2 * oz;
      double root = b * b - a * c;
      double s = root < 0 ? -1 : c / (-b + Math.sqrt(root));
      if (!(s > 0)) {
        return NOTHING;
      }
      double along = ox + s * dx;
      double axial = oy + s * dy;
      double sin = curvature * along;
      double cos = 1 - curvature * (oz + s * dz);
      if (Math.abs(curvature) > FLAT) {
        double angle = Math.atan2(sin, cos);
        if (Math.abs(angle) > ROUND) {
          return NOTHING;
        }
        along = angle / curvature;
      }
      double u = (bendCos * along - bendSin * axial + pivotX) / scale + photograph.middle().x();
      double v = (bendSin * along + bendCos * axial + pivotY) / scale + photograph.middle().y();
      return new float[] {(float) u - .5f, (float) v - .5f, (float) shade(sin, cos)};
    }
  }

  /** Adds the photograph's colour there, bilinear; false beyond its border. */
  private static boolean sample(Frame picture, float[] hit, float weight, float[] sum, int at) {
    float u = hit[0];
    float v = hit[1];
    if (!(u >= 0 && v >= 0 && u < picture.width() - 1 && v < picture.height() - 1)) {
      return false;
    }
    int x = (int) u;
    int y = (int) v;
    float right = u - x;
    float down = v - y;
    byte[] bgr = picture.bgr();
    int p = 3 * (y * picture.width() + x);
    int below = p + 3 * picture.width();
    for (int i = 0; i < 3; i++) {
      float top = (bgr[p + i] & 0xFF) * (1 - right) + (bgr[p + 3 + i] & 0xFF) * right;
      float bottom = (bgr[below + i] & 0xFF) * (1 - right) + (bgr[below + 3 + i] & 0xFF) * right;
      sum[at + i] += weight * hit[2] * (top * (1 - down) + bottom * down);
    }
    return true;
  }

  /** Nine by nine random colours, blended. */
  private static float[] softColours(int width, int height, RandomGenerator random) {
    int cells = 9;
    float[] knots = new float[3 * cells * cells];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = random.nextFloat(20, 220);
    }
    float[] picture = new float[3 * width * height];
    for (int row = 0, p = 0; row < height; row++) {
      float y = (cells - 1f) * row / height;
      for (int column = 0; column < width; column++) {
        float x = (cells - 1f) * column / width;
        float right = x % 1;
        float down = y % 1;
        int left = (int) x;
        int above = (int) y;
        int k = 3 * (above * cells + left);
        for (int i = 0; i < 3; i++, k++, p++) {
          float top = knots[k] * (1 - right) + knots[k + 3] * right;
          int below = k + 3 * cells;
          float bottom = knots[below] * (1 - right) + knots[below + 3] * right;
          picture[p] = top * (1 - down) + bottom * down;
        }
      }
    }
    return picture;
  }
}
