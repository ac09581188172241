package org.facedesk.server.ws;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;

/**
 * Whose frame is looked at next: the session that has waited longest. Where a newer frame is about
 * to take the place of the one that waits, others go before until it has come, but not for long. So
 * what a loaded station has no time for are frames that waited, and feedback is about what the
 * camera sees now. Safe for many threads; it asks those who wait under its own lock, so they must
 * not ask for a turn under theirs.
 */
public final class FrameTurns {
  /** Half of the time between two frames of ten a second. */
  private static final long FRESH = Duration.ofMillis(50).toNanos();

  /** Its sender waits for the answer: if there were a newer frame, it would be here. */
  private static final long LAST = Duration.ofMillis(120).toNanos();

  /** Frames whose beat happens to be that of the turns would be passed over for ever. */
  private static final long OVERDUE = Duration.ofMillis(250).toNanos();

  private final Executor pool;
  private final LongSupplier nanoTime;
  private final SequencedMap<Waiting, Long> asked = new LinkedHashMap<>();

  /** Somebody with a frame. */
  interface Waiting {
    /** When the frame came that would be looked at now, in nanoseconds of the steady clock. */
    long since();

    /** Looks at it, on the thread that calls. */
    void take();
  }

  /**
   * @param pool bounded; refuses what it has no room for
   */
  public FrameTurns(Executor pool) {
    this(pool, System::nanoTime);
  }

  FrameTurns(Executor pool, LongSupplier nanoTime) {
    this.pool = pool;
    this.nanoTime = nanoTime;
  }

  /** The steady clock that {@link Waiting#since} is read from. */
  long now() {
    return nanoTime.getAsLong();
  }

  /**
   * There will be one turn for it.
   *
   * @throws RejectedExecutionException if there will not, because the pool is full or closed
   */
  synchronized void ask(Waiting one) {
    asked.put(one, now());
    try {
      pool.execute(this::next);
    } catch (RejectedExecutionException e) {
      asked.remove(one);
      throw e;
    }
  }

  private void next() {
    choose().take();
  }

  /** The pool has one task for each that waits, so there is always one. */
  private synchronized Waiting choose() {
    long now = now();
    Waiting chosen =
        asked.entrySet().stream()
            .filter(one -> now - one.getValue() > OVERDUE || !soonReplaced(one.getKey(), now))
            .map(Map.Entry::getKey)
            .findFirst()
            .or(() ->
                asked.keySet().stream().min(Comparator.comparingLong(one -> now - one.since())))
            .orElseThrow();
    asked.remove(chosen);
    return chosen;
  }

  private static boolean soonReplaced(Waiting one, long now) {
    long age = now - one.since();
    return age > FRESH && age < LAST;
  }
}
