package org.facedesk.bench;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAccumulator;

/** What all clients of a run saw. Safe for many threads. */
final class Tally {
  /** Milliseconds from a frame's sending to its feedback. */
  final Queue<Double> waits = new ConcurrentLinkedQueue<>();

  final AtomicInteger sent = new AtomicInteger();

  /** Left out because the station was busy or a newer frame had come, and told so. */
  final AtomicInteger leftOut = new AtomicInteger();

  /** Refused because they came less than 100 ms after the one before: the generator's jitter. */
  final AtomicInteger tooSoon = new AtomicInteger();

  /** Every other error. */
  final AtomicInteger failed = new AtomicInteger();

  final AtomicInteger sessions = new AtomicInteger();

  /** Sessions that could not be begun, or whose socket did not last. */
  final AtomicInteger lost = new AtomicInteger();

  /** Milliseconds: the longest that a client had to wait from one feedback to the next. */
  final DoubleAccumulator silence = new DoubleAccumulator(Math::max, 0);

  /**
   * @param share of the frames that were answered sooner, 0..1
   */
  double wait(double share) {
    double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }
}
