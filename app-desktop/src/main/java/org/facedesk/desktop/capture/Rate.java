package org.facedesk.desktop.capture;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** Events a second, over the last three seconds. */
final class Rate {
  private static final long WINDOW_MILLIS = 3000;

  private final InstantSource clock;
  private final Deque<Instant> times = new ArrayDeque<>();

  Rate(InstantSource clock) {
    this.clock = clock;
  }

  void tick() {
    times.addLast(clock.instant());
  }

  double perSecond() {
    Instant now = clock.instant();
    while (!times.isEmpty() && times.getFirst().isBefore(now.minusMillis(WINDOW_MILLIS))) {
      times.removeFirst();
    }
    if (times.size() < 2) {
      return 0;
    }
    long span = now.toEpochMilli() - times.getFirst().toEpochMilli();
    return span <= 0 ? 0 : (times.size() - 1) * 1000.0 / span;
  }
}
