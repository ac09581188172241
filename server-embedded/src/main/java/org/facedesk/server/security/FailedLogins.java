package org.facedesk.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.ThrottledException;

/**
 * Makes guessing slow. Some failures are free (people mistype, programs hold an old key); from then
 * on each one shuts the guesser out for twice as long as the one before, up to a longest time.
 * After ten minutes without a failure all is forgotten. Bounded in memory; safe for many threads.
 */
public final class FailedLogins {
  static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration MEMORY = Duration.ofMinutes(10);
  private static final long MOST_GUESSERS = 20_000;

  private final Cache<String, Guesser> guessers =
      Caffeine.newBuilder()
          .maximumSize(MOST_GUESSERS)
          .expireAfterAccess(Duration.ofHours(1))
          .build();
  private final int free;
  private final Duration longest;
  private final TimeMeter time;

  /**
   * @param free failures without a delay
   * @param longest a delay can become
   */
  public FailedLogins(int free, Duration longest) {
    this(free, longest, TimeMeter.SYSTEM_NANOTIME);
  }

  FailedLogins(int free, Duration longest, TimeMeter time) {
    this.free = free;
    this.longest = longest;
    this.time = time;
  }

  private static final class Guesser {
    private int failures;
    private long lastFailure;
    private long shutOutUntil;
  }

  /**
   * @throws ThrottledException RATE_LIMITED while this one is shut out
   */
  public void require(String who) {
    Guesser guesser = guessers.getIfPresent(who);
    if (guesser == null) {
      return;
    }
    synchronized (guesser) {
      long wait = guesser.shutOutUntil - time.currentTimeNanos();
      if (guesser.failures >= free && wait > 0) {
        throw new ThrottledException(
            ErrorCode.RATE_LIMITED, "Too many failed logins.", Duration.ofNanos(wait));
      }
    }
  }

  public void failed(String who) {
    Guesser guesser = guessers.get(who, key -> new Guesser());
    synchronized (guesser) {
      long now = time.currentTimeNanos();
      if (guesser.failures > 0 && now - guesser.lastFailure >= MEMORY.toNanos()) {
        guesser.failures = 0;
      }
      guesser.failures++;
      guesser.lastFailure = now;
      if (guesser.failures >= free) {
        long factor = 1L << Math.min(guesser.failures - free, 30);
        long delay = Math.min(longest.toNanos(), FIRST.toNanos() * factor);
        guesser.shutOutUntil = now + delay;
      }
    }
  }

  /** What went before is forgiven. */
  public void succeeded(String who) {
    guessers.invalidate(who);
  }

  /** How many are remembered, once what is superfluous has been forgotten. */
  long guessers() {
    guessers.cleanUp();
    return guessers.estimatedSize();
  }
}
