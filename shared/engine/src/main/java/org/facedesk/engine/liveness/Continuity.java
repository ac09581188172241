package org.facedesk.engine.liveness;

import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * One face, alone, all the time since it was first seen: no gap, no jump to another place or size.
 * Whether it is the same person's is for the embeddings of the kept samples to say.
 *
 * <p>Once broken it stays broken; what was proven before says nothing about who comes after.
 */
final class Continuity {
  /** Eye distances a face may move from one frame to the next. */
  private static final double LONGEST_JUMP = 1.5;

  /** Factor by which it may grow or shrink. */
  private static final double LARGEST_ZOOM = 1.6;

  private static final double LEAST_ALONE = 0.95;
  private static final int JUDGED_FROM = 20;

  private boolean holds = true;
  private @Nullable Sighting last;
  private int frames;
  private int alone;

  private record Sighting(long millis, double x, double y, double unit) {
    static Sighting of(long millis, Landmarks points) {
      double x = (points.x(MeshPoints.BRIDGE_TOP) + points.x(MeshPoints.BRIDGE_BOTTOM)) / 2;
      double y = (points.y(MeshPoints.BRIDGE_TOP) + points.y(MeshPoints.BRIDGE_BOTTOM)) / 2;
      return new Sighting(millis, x, y, MeshPoints.unit(points));
    }

    boolean leadsTo(Sighting next) {
      double way = Math.hypot(next.x - x, next.y - y);
      double zoom = Math.max(unit, next.unit) / Math.min(unit, next.unit);
      // at a low frame rate there is more time to move: the limits are for 200 ms and less
      double times = Math.max(1, (next.millis - millis) / 200.0);
      return way <= LONGEST_JUMP * times * Math.max(unit, next.unit)
          && zoom <= Math.pow(LARGEST_ZOOM, times);
    }
  }

  void accept(FrameAnalysis analysis) {
    long now = analysis.timestampMillis();
    Sighting before = last;
    Face face = analysis.face();
    if (before != null) {
      holds &= now - before.millis <= LivenessTracker.LONGEST_GAP_MILLIS;
    }
    if (face != null) {
      Sighting here = Sighting.of(now, face.landmarks());
      holds &= before == null || before.leadsTo(here);
      last = here;
    }
    if (last != null) {
      frames++;
      alone += analysis.faces() == 1 ? 1 : 0;
      holds &= frames < JUDGED_FROM || alone >= LEAST_ALONE * frames;
    }
  }

  boolean holds() {
    return holds;
  }
}
