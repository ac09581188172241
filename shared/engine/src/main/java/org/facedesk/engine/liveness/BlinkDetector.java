package org.facedesk.engine.liveness;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * Counts blinks: both eyes close and open again within half a second, while the head does nothing
 * that would make eyes look closed.
 *
 * <p>Openness is judged against the person's own recent openness, not against a fixed number, and
 * reopening against the depth of the closure: people turn and nod while they blink. Openness is
 * divided by how the bridge of the nose is foreshortened, so that tilting a picture changes
 * nothing. One closed frame suffices at 15 frames a second and below.
 *
 * <p>The limit on speed alone lets blur through: a print that jumps is smeared in the frame it
 * arrives in, and looks closed there. Lowering it costs people who move as they blink. So the eyes
 * of a faster face must close further: to 0.78 of their uncorrected openness up to 0.12 eye
 * distances in 100 ms, to 0.60 at 0.17, to 0.42 at 0.22. Seven closures of shaken photographs
 * stayed 0.07 to 0.28 above this line; 31 of people above 0.12 went below it by 0.03 or more.
 *
 * <p>The model may also take an eye of a bent print for wide open during half a second, and its
 * return for a closure. Closed eyes are more closed than eyes mostly were: 0.87 of the median of
 * the last two seconds; that print had 0.93, people 0.81 or less.
 *
 * <p>The limits lie just beyond what 455 blinks of five people did (largest speed 0.21, nod 5.6°,
 * zoom 0.043, eye 0.88; least drop 0.051).
 */
final class BlinkDetector {
  /** Share of the recent openness below which the eyes are closing. */
  private static final double CLOSED = 0.78;

  /** Share of the median of the recent uncorrected openness below which eyes are not just back. */
  private static final double UNUSUAL = 0.87;

  /** Share of the closure's depth that must be won back. */
  private static final double REOPENED = 0.40;

  private static final double OPEN_QUANTILE = 0.80;
  private static final long WINDOW_MILLIS = 2000;
  private static final long SHORTEST_MILLIS = 60;
  private static final long LONGEST_MILLIS = 500;
  private static final int LEAST_HISTORY = 3;

  /** Eye distances per 100 ms; beyond it motion blur closes eyes. */
  private static final double MAX_SPEED = 0.22;

  /** Up to this speed motion blur does not show in the openness. */
  private static final double SLOW = 0.12;

  /** By how much deeper a closure must be for each eye distance per 100 ms above that. */
  private static final double DEEPER_WITH_SPEED = 3.6;

  private static final long SPEED_SPAN_MILLIS = 80;

  /** Degrees by which the pitch at the deepest frame may differ from before and after. */
  private static final double MAX_NOD = 6;

  /** The same for the logarithm of the face's size. */
  private static final double MAX_ZOOM = 0.05;

  /** Each eye for itself must close at least to this share, so a wink is no blink. */
  private static final double EACH_EYE = 0.90;

  /** Factor by which the uncorrected openness before and after must exceed the closed frame's. */
  private static final double OPEN_OVER_CLOSED = 1.12;

  private static final double LEAST_DROP = 0.05;
  private static final double LEAST_DROP_OVER_NOISE = 3;
  private static final double NOISE_FLOOR = 0.005;

  private final ArrayDeque<Look> history = new ArrayDeque<>();
  private final ArrayDeque<Level> levels = new ArrayDeque<>();
  private @Nullable Closure closure;

  /** What one frame says about the eyes and what else moved. */
  private record Look(
      long millis, Eyes eyes, double openness, double x, double y, double unit, double pitch) {
    static Look at(long millis, Face face) {
      Landmarks points = face.landmarks();
      double x = 0;
      double y = 0;
      for (int i : MeshPoints.RIGID) {
        x += points.x(i) / MeshPoints.RIGID.length;
        y += points.y(i) / MeshPoints.RIGID.length;
      }
      double unit = MeshPoints.unit(points);
      double bridge =
          MeshPoints.distance(points, MeshPoints.BRIDGE_TOP, MeshPoints.BRIDGE_BOTTOM) / unit;
      double openness = face.eyes().meanOpenness() / bridge;
      return new Look(millis, face.eyes(), openness, x, y, unit, face.pose().pitch());
    }

    double raw() {
      return eyes.meanOpenness();
    }
  }

  private record Level(long millis, double openness) {}

  /** Eyes that have closed and not opened again yet. */
  private record Closure(
      long start,
      double level,
      double rawLevel,
      double rawUsual,
      double noise,
      Look before,
      Look deepest,
      double speed) {
    Closure with(Look look, double nowSpeed) {
      Look deeper = look.openness < deepest.openness ? look : deepest;
      return new Closure(
          start, level, rawLevel, rawUsual, noise, before, deeper, Math.max(speed, nowSpeed));
    }

    /**
     * Blur takes a part of an open eye's openness, the more the faster the face moves; a lid takes
     * nearly all of it at any speed.
     */
    boolean deeperThanBlur() {
      double share = CLOSED - DEEPER_WITH_SPEED * Math.max(0, speed - SLOW);
      return deepest.raw() <= share * rawLevel;
    }

    boolean reopenedBy(Look look) {
      double depth = level - deepest.openness;
      return look.openness >= deepest.openness + REOPENED * depth;
    }
  }

  /**
   * @param face null when no face was found: what came before is forgotten
   * @return whether this frame completes a blink
   */
  boolean accept(long millis, @Nullable Face face) {
    if (face == null) {
      history.clear();
      levels.clear();
      closure = null;
      return false;
    }
    Look look = Look.at(millis, face);
    while (!levels.isEmpty() && levels.getFirst().millis <= millis - WINDOW_MILLIS) {
      levels.removeFirst();
    }
    boolean blinked = closure == null ? watchOpen(look) : watchClosed(closure, look);
    history.addLast(look);
    while (history.getFirst().millis <= millis - WINDOW_MILLIS - LONGEST_MILLIS) {
      history.removeFirst();
    }
    return blinked;
  }

  private boolean watchOpen(Look look) {
    Look before = history.peekLast();
    if (before != null
        && history.size() >= LEAST_HISTORY
        && !levels.isEmpty()
        && look.openness < CLOSED * level()) {
      closure = closing(before, look);
    } else {
      levels.addLast(new Level(look.millis, look.openness));
    }
    return false;
  }

  private boolean watchClosed(Closure before, Look look) {
    Closure now = before.with(look, speed(look));
    long lasted = look.millis - now.start;
    boolean reopened = now.reopenedBy(look);
    if (!reopened && lasted <= LONGEST_MILLIS) {
      closure = now;
      return false;
    }
    // whatever it was, openness is judged anew from here: the head may have turned meanwhile
    closure = null;
    levels.clear();
    levels.addLast(new Level(look.millis, look.openness));
    return reopened && lasted >= SHORTEST_MILLIS && genuine(now, look);
  }

  private Closure closing(Look before, Look look) {
    List<Look> recent =
        history.stream().filter(q -> q.millis >= look.millis - WINDOW_MILLIS).toList();
    double[] raw = recent.stream().mapToDouble(Look::raw).toArray();
    double[] changes = new double[Math.max(0, raw.length - 1)];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = Math.abs(raw[i + 1] - raw[i]);
    }
    double noise = changes.length == 0 ? 0 : Numbers.median(changes);
    return new Closure(
        look.millis,
        level(),
        Numbers.quantile(raw, OPEN_QUANTILE),
        Numbers.median(raw),
        noise,
        before,
        look,
        speed(look));
  }

  private double level() {
    return Numbers.quantile(levels.stream().mapToDouble(Level::openness).toArray(), OPEN_QUANTILE);
  }

  /** Against the newest frame that is old enough for landmark noise not to count as speed. */
  private double speed(Look look) {
    Look old = history.getFirst();
    for (Iterator<Look> newest = history.descendingIterator(); newest.hasNext(); ) {
      Look candidate = newest.next();
      if (look.millis - candidate.millis >= SPEED_SPAN_MILLIS) {
        old = candidate;
        break;
      }
    }
    double way = Math.hypot(look.x - old.x, look.y - old.y) / look.unit;
    return way * 100 / Math.max(1, look.millis - old.millis);
  }

  private static boolean genuine(Closure closure, Look after) {
    Look before = closure.before;
    Look deepest = closure.deepest;
    double nod = Math.abs(deepest.pitch - (before.pitch + after.pitch) / 2);
    double zoom =
        Math.abs(Math.log(deepest.unit) - (Math.log(before.unit) + Math.log(after.unit)) / 2);
    double drop = closure.rawLevel - deepest.raw();
    return closure.speed <= MAX_SPEED
        && closure.deeperThanBlur()
        && deepest.raw() <= UNUSUAL * closure.rawUsual
        && nod <= MAX_NOD
        && zoom <= MAX_ZOOM
        && Math.min(before.raw(), after.raw()) >= OPEN_OVER_CLOSED * deepest.raw()
        && drop >= LEAST_DROP
        && drop >= LEAST_DROP_OVER_NOISE * (closure.noise + NOISE_FLOOR)
        && eyeClosed(
            deepest.eyes.rightOpenness(), before.eyes.rightOpenness(), after.eyes.rightOpenness())
        && eyeClosed(
            deepest.eyes.leftOpenness(), before.eyes.leftOpenness(), after.eyes.leftOpenness());
  }

  private static boolean eyeClosed(double deepest, double before, double after) {
    return deepest <= EACH_EYE * Math.max(before, after);
  }
}
