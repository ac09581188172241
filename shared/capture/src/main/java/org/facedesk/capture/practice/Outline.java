package org.facedesk.capture.practice;

/** A closed line through vertices of the mesh, with a soft edge. */
final class Outline {
  private final double[] x;
  private final double[] y;

  Outline(HeadMesh mesh, int[] vertices) {
    x = new double[vertices.length];
    y = new double[vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      x[i] = mesh.x()[vertices[i]];
      y[i] = mesh.y()[vertices[i]];
    }
  }

  /**
   * How much of this place belongs to the inside.
   *
   * @param feather width of the soft edge, pixels
   * @return 0 outside, 1 more than half a feather inside
   */
  double cover(double px, double py, double feather) {
    boolean inside = false;
    double nearest = Double.MAX_VALUE;
    for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
      if ((y[i] > py) != (y[j] > py) && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) {
        inside = !inside;
      }
      nearest = Math.min(nearest, squaredDistance(px, py, i, j));
    }
    double distance = Math.sqrt(nearest);
    return Math.clamp(.5 + (inside ? distance : -distance) / feather, 0., 1.);
  }

  private double squaredDistance(double px, double py, int i, int j) {
    double dx = x[j] - x[i];
    double dy = y[j] - y[i];
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(((px - x[i]) * dx + (py - y[i]) * dy) / length, 0., 1.);
    double ex = px - x[i] - t * dx;
    double ey = py - y[i] - t * dy;
    return ex * ex + ey * ey;
  }
}
