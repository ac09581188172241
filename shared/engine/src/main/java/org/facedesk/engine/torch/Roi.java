package org.facedesk.engine.torch;

import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.engine.Box;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * A square of the picture, turned with the face, that a model is to see upright.
 *
 * @param centreX continuous image pixels
 * @param centreY continuous image pixels
 * @param side image pixels
 * @param angle radians, the direction of the eye line
 */
record Roi(double centreX, double centreY, double side, double angle) {
  /** Around a detector's box, turned by its eye key points. */
  static Roi around(Detection detection) {
    Box box = detection.box();
    return new Roi(
        box.centreX(),
        box.centreY(),
        1.5 * Math.max(box.width(), box.height()),
        direction(detection.keypoints().get(0), detection.keypoints().get(1)));
  }

  /** Around landmarks of this or the frame before: their bounds in the face's own axes. */
  static Roi around(Landmarks face) {
    double angle = eyeLine(face);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double u0 = Double.MAX_VALUE;
    double u1 = -Double.MAX_VALUE;
    double v0 = Double.MAX_VALUE;
    double v1 = -Double.MAX_VALUE;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double u = cos * face.x(i) + sin * face.y(i);
      double v = -sin * face.x(i) + cos * face.y(i);
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    double u = (u0 + u1) / 2;
    double v = (v0 + v1) / 2;
    double side = 1.5 * Math.max(u1 - u0, v1 - v0);
    return new Roi(cos * u - sin * v, sin * u + cos * v, side, angle);
  }

  /** Around one eye: 2.3 times the distance of its corners. */
  static Roi aroundEye(Landmarks face, int outer, int inner) {
    Point a = face.point(outer);
    Point b = face.point(inner);
    return new Roi((a.x() + b.x()) / 2, (a.y() + b.y()) / 2, 2.3 * a.distanceTo(b), eyeLine(face));
  }

  private static double eyeLine(Landmarks face) {
    return direction(face.point(Landmarks.RIGHT_EYE_OUTER), face.point(Landmarks.LEFT_EYE_OUTER));
  }

  private static double direction(Point from, Point to) {
    return Math.atan2(to.y() - from.y(), to.x() - from.x());
  }

  /** From a crop of {@code n} pixels a side to the picture, both continuous. */
  Affine fromCrop(int n) {
    double c = Math.cos(angle) * side / n;
    double s = Math.sin(angle) * side / n;
    return new Affine(c, -s, centreX - (c - s) * n / 2, s, c, centreY - (s + c) * n / 2);
  }

  /** This square in a picture halved so many times. */
  Roi halved(int times) {
    double k = 1 << times;
    return new Roi(centreX / k, centreY / k, side / k, angle);
  }

  /** Draws the square upright into a crop. */
  void draw(Picture picture, int halvings, Mat target) {
    Affine map = halved(halvings).fromCrop(target.cols());
    Picture.warp(picture.halved(halvings), target, map.betweenIndices(), true);
  }

  /** The same, left and right exchanged. */
  void drawMirrored(Picture picture, int halvings, Mat target) {
    int n = target.cols();
    Affine mirror = Affine.scaling(-1, 1, n, 0);
    Affine map = halved(halvings).fromCrop(n).after(mirror);
    Picture.warp(picture.halved(halvings), target, map.betweenIndices(), true);
  }
}
