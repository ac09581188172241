package org.facedesk.engine.quality;

import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * The face's pixels, upright and at a fixed scale: {@link #UNIT} pixels between the eyes of a
 * frontal face. What is measured on it means the same for a face near the camera and far from it,
 * and costs the same.
 *
 * <p>Only pixels around the face's outline are filled; those beyond the frame's edge are marked.
 */
final class AlignedFace {
  static final int UNIT = 64;
  static final int WIDTH = 3 * UNIT;
  static final int HEIGHT = 7 * UNIT / 2;

  /** Filters that look this far beyond the outline still find pixels. */
  static final int BORDER = 10;

  private static final double EYES_X = WIDTH / 2.0;
  private static final double EYES_Y = 1.3 * UNIT;
  private static final int INSIDE = 0xFF000000;
  private static final double LARGEST_YAW = 60;

  private final int[] argb = new int[WIDTH * HEIGHT];
  private final double imagePerPixel;
  private final double cos;
  private final double sin;
  private final Point origin;
  private final Outline outline;
  private final Square rightCheek;
  private final Square leftCheek;

  /** A square of the aligned picture, one of the two zones below and beside the eyes. */
  record Square(int x0, int y0, int side) {}

  private AlignedFace(Face face) {
    Landmarks landmarks = face.landmarks();
    Point right = landmarks.rightEyeCentre();
    Point left = landmarks.leftEyeCentre();
    double yaw = Math.min(LARGEST_YAW, Math.abs(face.pose().yaw()));
    double frontalDistance = right.distanceTo(left) / Math.cos(Math.toRadians(yaw));
    imagePerPixel = frontalDistance / UNIT;
    double angle = Math.atan2(left.y() - right.y(), left.x() - right.x());
    cos = Math.cos(angle);
    sin = Math.sin(angle);
    origin = new Point((right.x() + left.x()) / 2, (right.y() + left.y()) / 2);
    outline = Outline.of(this, landmarks);
    double halfDistance = UNIT * Math.cos(Math.toRadians(yaw)) / 2;
    Point upper = toAligned(landmarks.point(13));
    Point lower = toAligned(landmarks.point(14));
    int top = (int) Math.round(EYES_Y + ((upper.y() + lower.y()) / 2 - EYES_Y) / 2);
    int side = (int) Math.round(0.3 * 2 * halfDistance);
    rightCheek = new Square((int) Math.round(EYES_X - halfDistance) - side, top, side);
    leftCheek = new Square((int) Math.round(EYES_X + halfDistance), top, side);
  }

  static AlignedFace sample(Frame frame, Face face) {
    AlignedFace aligned = new AlignedFace(face);
    if (aligned.imagePerPixel > 0) {
      aligned.fill(frame);
    }
    return aligned;
  }

  /** Where a place of the frame lies here. */
  Point toAligned(Point image) {
    double dx = (image.x() - origin.x()) / imagePerPixel;
    double dy = (image.y() - origin.y()) / imagePerPixel;
    return new Point(EYES_X + cos * dx + sin * dy, EYES_Y - sin * dx + cos * dy);
  }

  /** Red, green and blue of pixel (x, y), eight bits each. */
  int rgb(int x, int y) {
    return argb[y * WIDTH + x];
  }

  /** Whether pixel (x, y) lies within the frame. */
  boolean known(int x, int y) {
    return argb[y * WIDTH + x] != 0;
  }

  Outline outline() {
    return outline;
  }

  /** Below the subject's right eye, in the left half of the picture. */
  Square rightCheek() {
    return rightCheek;
  }

  Square leftCheek() {
    return leftCheek;
  }

  /** Whether pixel (x, y) shows skin of the face and lies within the frame. */
  boolean face(int x, int y) {
    return outline.contains(x, y) && known(x, y);
  }

  /** Mean red, green and blue of both cheeks, 0..255; empty when neither is in the frame. */
  double[] meanCheekColour() {
    double[] sum = new double[3];
    int count = add(rightCheek, sum) + add(leftCheek, sum);
    return count == 0
        ? new double[0]
        : new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
  }

  private int add(Square square, double[] sum) {
    int count = 0;
    for (int y = square.y0(); y < square.y0() + square.side(); y++) {
      for (int x = square.x0(); x < square.x0() + square.side(); x++) {
        if (face(x, y)) {
          int rgb = rgb(x, y);
          sum[0] += rgb >> 16 & 0xFF;
          sum[1] += rgb >> 8 & 0xFF;
          sum[2] += rgb & 0xFF;
          count++;
        }
      }
    }
    return count;
  }

  private void fill(Frame frame) {
    Sampler sampler = new Sampler(frame, imagePerPixel);
    for (int y = 0; y < HEIGHT; y++) {
      int from = Math.max(0, outline.from(y) - BORDER);
      int to = Math.min(WIDTH, outline.to(y) + BORDER);
      for (int x = from; x < to; x++) {
        double dx = (x + 0.5 - EYES_X) * imagePerPixel;
        double dy = (y + 0.5 - EYES_Y) * imagePerPixel;
        double imageX = origin.x() + cos * dx - sin * dy;
        double imageY = origin.y() + sin * dx + cos * dy;
        if (sampler.covers(imageX, imageY)) {
          argb[y * WIDTH + x] = INSIDE | sampler.rgb(imageX, imageY);
        }
      }
    }
  }
}
