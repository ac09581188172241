package org.facedesk.desktop.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tells when the desk has been left alone for so long that it has to be locked. One thread. */
final class IdleLock {
  private final InstantSource clock;
  private final Supplier<Duration> after;
  private Instant touched;

  /**
   * @param after how long nothing may happen; zero for ever
   */
  IdleLock(InstantSource clock, Supplier<Duration> after) {
    this.clock = clock;
    this.after = after;
    this.touched = clock.instant();
  }

  /** The operator did something. */
  void touch() {
    touched = clock.instant();
  }

  /**
   * @param busy a person stands before the camera: counts as doing something, so that the time
   *     starts anew when they are done
   */
  boolean due(boolean busy) {
    if (busy) {
      touch();
    }
    Duration limit = after.get();
    return limit.isPositive() && !clock.instant().isBefore(touched.plus(limit));
  }
}
