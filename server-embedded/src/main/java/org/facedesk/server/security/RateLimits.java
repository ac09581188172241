package org.facedesk.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * How often something may happen, for each address or client. Buckets that nobody uses are
 * forgotten, and there are never more than some ten thousand of them. Safe for many threads.
 */
public final class RateLimits {
  private static final long MOST_BUCKETS = 20_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(MOST_BUCKETS)
          .expireAfterAccess(Duration.ofMinutes(10))
          .build();
  private final int perMinute;
  private final String what;

  /**
   * @param perMinute how many at once, and again after a minute
   * @param what for the message, for example {@code requests}
   */
  public RateLimits(int perMinute, String what) {
    this.perMinute = perMinute;
    this.what = what;
  }

  public int perMinute() {
    return perMinute;
  }

  /**
   * @throws FacedeskException RATE_LIMITED
   */
  public void take(String who) {
    if (!bucket(who).tryConsume(1)) {
      throw refusal();
    }
  }

  /**
   * Like {@link #take} without taking.
   *
   * @throws FacedeskException RATE_LIMITED
   */
  public void require(String who) {
    Bucket bucket = buckets.getIfPresent(who);
    if (bucket != null && bucket.getAvailableTokens() < 1) {
      throw refusal();
    }
  }

  /** Counts one, whether or not that was still allowed. */
  public void count(String who) {
    bucket(who).tryConsume(1);
  }

  private Bucket bucket(String who) {
    return buckets.get(
        who,
        key ->
            Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .build());
  }

  private FacedeskException refusal() {
    return new FacedeskException(
        ErrorCode.RATE_LIMITED, "More than %d %s a minute.".formatted(perMinute, what));
  }
}
