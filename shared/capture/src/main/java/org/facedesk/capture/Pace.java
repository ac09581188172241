package org.facedesk.capture;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Holds a thread back until a clip's moment has come in real time. If the thread itself comes late,
 * the clip's clock waits for it: nothing is hurried through to catch up. Not thread-safe.
 */
public final class Pace {
  /** A thread this late is slow, not jittery. */
  private static final long LATE_NANOS = Duration.ofMillis(100).toNanos();

  private final LongSupplier nanoClock;
  private final LongConsumer waiting;
  private boolean started;
  private long startNanos;
  private long startMillis;

  public Pace() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param nanoClock as {@link System#nanoTime}
   * @param waiting waits for about so many nanoseconds
   */
  public Pace(LongSupplier nanoClock, LongConsumer waiting) {
    this.nanoClock = nanoClock;
    this.waiting = waiting;
  }

  /**
   * Returns when it is time for this moment; the first one is now. Returns at once if the thread is
   * interrupted, and leaves it so.
   *
   * @param millis on the clip's clock, not before the last one
   */
  public void await(long millis) {
    long now = nanoClock.getAsLong();
    long due = startNanos + Duration.ofMillis(millis - startMillis).toNanos();
    if (!started || now - due > LATE_NANOS) {
      started = true;
      startNanos = now;
      startMillis = millis;
      return;
    }
    while (due - nanoClock.getAsLong() > 0 && !Thread.currentThread().isInterrupted()) {
      waiting.accept(due - nanoClock.getAsLong());
    }
  }
}
