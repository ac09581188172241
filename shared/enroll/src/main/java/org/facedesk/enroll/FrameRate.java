package org.facedesk.enroll;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many frames a second came lately. Safe for many threads. */
final class FrameRate {
  private static final int REMEMBERED = 20;
  private static final long LATELY_MILLIS = 2_000;

  private final Deque<Long> times = new ArrayDeque<>();

  synchronized void tick(long millis) {
    times.addLast(millis);
    if (times.size() > REMEMBERED) {
      times.removeFirst();
    }
  }

  /** 0 when the last one is two seconds old. */
  synchronized double perSecond(long nowMillis) {
    if (times.size() < 2 || nowMillis - times.getLast() > LATELY_MILLIS) {
      return 0;
    }
    long span = times.getLast() - times.getFirst();
    return span <= 0 ? 0 : (times.size() - 1) * 1000.0 / span;
  }
}
