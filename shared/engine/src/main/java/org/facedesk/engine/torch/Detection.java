package org.facedesk.engine.torch;

import java.util.Comparator;
import java.util.List;
import org.facedesk.engine.Box;
import org.facedesk.engine.Point;

/**
 * A face as the detector sees it.
 *
 * @param score 0..1
 * @param keypoints right eye, left eye, nose tip, mouth, right ear, left ear
 */
record Detection(double score, Box box, List<Point> keypoints) {
  static final Comparator<Detection> BY_SIZE =
      Comparator.comparingDouble(detection -> detection.box().width());

  Detection shifted(double dx, double dy) {
    return new Detection(
        score,
        new Box(box.x0() + dx, box.y0() + dy, box.x1() + dx, box.y1() + dy),
        keypoints.stream().map(p -> new Point(p.x() + dx, p.y() + dy)).toList());
  }

  /** Intersection over union of two boxes, 0..1. */
  static double overlap(Box a, Box b) {
    double width = Math.min(a.x1(), b.x1()) - Math.max(a.x0(), b.x0());
    double height = Math.min(a.y1(), b.y1()) - Math.max(a.y0(), b.y0());
    double common = Math.max(0, width) * Math.max(0, height);
    double union = a.area() + b.area() - common;
    return union > 0 ? common / union : 0;
  }
}
