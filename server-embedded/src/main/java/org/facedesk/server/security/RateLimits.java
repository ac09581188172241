package org.facedesk.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.ThrottledException;

/**
 * How often something may happen, for each address or client. Buckets that nobody uses are
 * forgotten, and there are never more than some ten thousand of them. Safe for many threads.
 */
public final class RateLimits {
  static final long MOST_BUCKETS = 20_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();
  private final int perMinute;
  private final String what;
  private final TimeMeter time;

  /**
   * @param perMinute how many at once, and again after a minute
   * @param what for the message, for example {@code requests}
   */
  public RateLimits(int perMinute, String what) {
    this(perMinute, what, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(int perMinute, String what, TimeMeter time) {
    this.perMinute = perMinute;
    this.what = what;
    this.time = time;
  }

  public int perMinute() {
    return perMinute;
  }

  /**
   * @throws ThrottledException RATE_LIMITED, and when there will be room for one more
   */
  public void take(String who) {
    ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new ThrottledException(
          ErrorCode.RATE_LIMITED,
          "More than %d %s a minute.".formatted(perMinute, what),
          Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  /** How many are remembered, once what is superfluous has been forgotten. */
  long buckets() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket bucket(String who) {
    return buckets.get(
        who,
        key ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build());
  }
}
