package org.facedesk.engine.liveness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.facedesk.engine.Point;

/** The smallest convex polygon around some points (Andrew's monotone chain, 1979). */
record ConvexHull(List<Point> corners) {
  static ConvexHull around(List<Point> points) {
    List<Point> sorted =
        points.stream()
            .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .toList();
    List<Point> corners = new ArrayList<>(chain(sorted));
    corners.addAll(chain(sorted.reversed()));
    return new ConvexHull(List.copyOf(corners));
  }

  /** Whether the place lies inside or on the edge; never with fewer than three corners. */
  boolean contains(double x, double y) {
    for (int i = 0; i < corners.size(); i++) {
      if (!(side(corners.get(i), corners.get((i + 1) % corners.size()), x, y) >= 0)) {
        return false;
      }
    }
    return corners.size() > 2;
  }

  /** One half of the hull, without its last point, which begins the other half. */
  private static List<Point> chain(List<Point> sorted) {
    List<Point> chain = new ArrayList<>();
    for (Point p : sorted) {
      while (chain.size() >= 2
          && side(chain.get(chain.size() - 2), chain.getLast(), p.x(), p.y()) <= 0) {
        chain.removeLast();
      }
      chain.add(p);
    }
    chain.removeLast();
    return chain;
  }

  private static double side(Point a, Point b, double x, double y) {
    return (b.x() - a.x()) * (y - a.y()) - (b.y() - a.y()) * (x - a.x());
  }
}
