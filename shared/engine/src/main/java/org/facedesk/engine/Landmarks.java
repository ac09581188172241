package org.facedesk.engine;

/**
 * The 468 points of the face mesh, in image pixels; z in the same scale, negative towards the
 * camera. Indices are those of the MediaPipe face mesh.
 *
 * <p>Immutable by agreement: the array is not copied.
 */
public final class Landmarks {
  public static final int COUNT = 468;

  /** Outer and inner corner of the subject's right eye, inner and outer corner of the left one. */
  public static final int RIGHT_EYE_OUTER = 33;

  public static final int RIGHT_EYE_INNER = 133;
  public static final int LEFT_EYE_INNER = 362;
  public static final int LEFT_EYE_OUTER = 263;
  public static final int CHIN = 152;

  private final double[] xyz;

  /**
   * @param xyz 468 triples x, y, z
   */
  public Landmarks(double[] xyz) {
    if (xyz.length != 3 * COUNT) {
      throw new IllegalArgumentException("expected 468 points, got " + xyz.length / 3.0);
    }
    this.xyz = xyz;
  }

  public double x(int index) {
    return xyz[3 * index];
  }

  public double y(int index) {
    return xyz[3 * index + 1];
  }

  public double z(int index) {
    return xyz[3 * index + 2];
  }

  public Point point(int index) {
    return new Point(x(index), y(index));
  }

  public Point rightEyeCentre() {
    return middle(RIGHT_EYE_OUTER, RIGHT_EYE_INNER);
  }

  public Point leftEyeCentre() {
    return middle(LEFT_EYE_OUTER, LEFT_EYE_INNER);
  }

  /** Distance between the eye centres, pixels. */
  public double interEyeDistance() {
    return rightEyeCentre().distanceTo(leftEyeCentre());
  }

  /** Smallest upright rectangle around all points. */
  public Box bounds() {
    double x0 = Double.MAX_VALUE;
    double y0 = Double.MAX_VALUE;
    double x1 = -Double.MAX_VALUE;
    double y1 = -Double.MAX_VALUE;
    for (int i = 0; i < COUNT; i++) {
      x0 = Math.min(x0, x(i));
      x1 = Math.max(x1, x(i));
      y0 = Math.min(y0, y(i));
      y1 = Math.max(y1, y(i));
    }
    return new Box(x0, y0, x1, y1);
  }

  private Point middle(int a, int b) {
    return new Point((x(a) + x(b)) / 2, (y(a) + y(b)) / 2);
  }
}
