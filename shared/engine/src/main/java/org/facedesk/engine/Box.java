package org.facedesk.engine;

/** An upright rectangle in image pixels; it may reach beyond the picture. */
public record Box(double x0, double y0, double x1, double y1) {
  public double width() {
    return x1 - x0;
  }

  public double height() {
    return y1 - y0;
  }

  public double area() {
    return Math.max(0, width()) * Math.max(0, height());
  }

  public double centreX() {
    return (x0 + x1) / 2;
  }

  public double centreY() {
    return (y0 + y1) / 2;
  }
}
