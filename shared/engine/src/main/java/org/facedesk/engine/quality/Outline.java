package org.facedesk.engine.quality;

import java.util.Arrays;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * The face's silhouette in an {@link AlignedFace}, from forehead to chin: for every row the span
 * between the outermost points of the mesh.
 */
final class Outline {
  /** The 36 points of the mesh's rim, clockwise from the forehead. */
  private static final int[] RIM = {
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
  };

  private final int[] from = new int[AlignedFace.HEIGHT];
  private final int[] to = new int[AlignedFace.HEIGHT];

  private Outline() {
    Arrays.fill(from, AlignedFace.WIDTH);
  }

  static Outline of(AlignedFace aligned, Landmarks landmarks) {
    Outline outline = new Outline();
    Point previous = aligned.toAligned(landmarks.point(RIM[RIM.length - 1]));
    for (int index : RIM) {
      Point next = aligned.toAligned(landmarks.point(index));
      outline.edge(previous, next);
      previous = next;
    }
    return outline;
  }

  /** First column of the face in this row; not below {@link #to} in an empty row. */
  int from(int row) {
    return from[row];
  }

  /** Column after the last one of the face in this row. */
  int to(int row) {
    return to[row];
  }

  boolean contains(int x, int y) {
    return y >= 0 && y < AlignedFace.HEIGHT && x >= from[y] && x < to[y];
  }

  int area() {
    int area = 0;
    for (int y = 0; y < AlignedFace.HEIGHT; y++) {
      area += Math.max(0, to[y] - from[y]);
    }
    return area;
  }

  /** Widens the spans of the rows whose centre line the edge crosses. */
  private void edge(Point a, Point b) {
    Point upper = a.y() <= b.y() ? a : b;
    Point lower = a.y() <= b.y() ? b : a;
    int first = (int) Math.ceil(Math.clamp(upper.y() - 0.5, 0, AlignedFace.HEIGHT));
    int last = (int) Math.ceil(Math.clamp(lower.y() - 0.5, 0, AlignedFace.HEIGHT));
    for (int row = first; row < last; row++) {
      double t = (row + 0.5 - upper.y()) / (lower.y() - upper.y());
      double x = upper.x() + t * (lower.x() - upper.x());
      int column = (int) Math.round(Math.clamp(x, 0, AlignedFace.WIDTH));
      from[row] = Math.min(from[row], column);
      to[row] = Math.max(to[row], column);
    }
  }
}
