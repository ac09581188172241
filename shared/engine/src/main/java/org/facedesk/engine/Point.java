package org.facedesk.engine;

/** A place in the picture, in image pixels. */
public record Point(double x, double y) {
  public double distanceTo(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
