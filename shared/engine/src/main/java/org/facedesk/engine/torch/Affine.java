package org.facedesk.engine.torch;

import org.facedesk.engine.Point;

/**
 * The map (x, y) → (xx·x + xy·y + x0, yx·x + yy·y + y0).
 *
 * <p>Two conventions meet in this package. <em>Continuous</em> coordinates say that pixel i covers
 * [i, i+1), so its centre is i + 0.5; landmarks use them. <em>Index</em> coordinates put the centre
 * of pixel i at i; OpenCV's warp uses them. Forgetting the half pixel costs 0.06 in the descriptor.
 */
record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

  /** Scales both axes and then shifts. */
  static Affine scaling(double sx, double sy, double x0, double y0) {
    return new Affine(sx, 0, x0, 0, sy, y0);
  }

  Point apply(double x, double y) {
    return new Point(xx * x + xy * y + x0, yx * x + yy * y + y0);
  }

  /** First {@code inner}, then this. */
  Affine after(Affine inner) {
    Point origin = apply(inner.x0, inner.y0);
    return new Affine(
        xx * inner.xx + xy * inner.yx,
        xx * inner.xy + xy * inner.yy,
        origin.x(),
        yx * inner.xx + yy * inner.yx,
        yx * inner.xy + yy * inner.yy,
        origin.y());
  }

  Affine inverse() {
    double det = xx * yy - xy * yx;
    double a = yy / det;
    double b = -xy / det;
    double c = -yx / det;
    double d = xx / det;
    return new Affine(a, b, -(a * x0 + b * y0), c, d, -(c * x0 + d * y0));
  }

  /** The same map between index coordinates, where this one is between continuous ones. */
  Affine betweenIndices() {
    Point shifted = apply(0.5, 0.5);
    return new Affine(xx, xy, shifted.x() - 0.5, yx, yy, shifted.y() - 0.5);
  }

  /**
   * Least-squares similarity (turn, scale, shift; no reflection) that carries {@code from} onto
   * {@code to}: Umeyama 1991 in two dimensions, where it needs no decomposition.
   */
  static Affine similarity(Point[] from, Point[] to) {
    Point mf = mean(from);
    Point mt = mean(to);
    double norm = 0;
    double dot = 0;
    double cross = 0;
    for (int i = 0; i < from.length; i++) {
      double ax = from[i].x() - mf.x();
      double ay = from[i].y() - mf.y();
      double bx = to[i].x() - mt.x();
      double by = to[i].y() - mt.y();
      norm += ax * ax + ay * ay;
      dot += ax * bx + ay * by;
      cross += ax * by - ay * bx;
    }
    double p = dot / norm;
    double q = cross / norm;
    return new Affine(
        p, -q, mt.x() - p * mf.x() + q * mf.y(), q, p, mt.y() - q * mf.x() - p * mf.y());
  }

  private static Point mean(Point[] points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / points.length, y / points.length);
  }
}
