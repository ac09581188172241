package org.facedesk.server.ws;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What is borne of one socket's client before it is given up. Safe for many threads. */
final class Patience {
  /** Messages beyond the admitted frames that are borne at once, and then each second. */
  private static final int MESSAGES = 1000;

  private static final int MESSAGES_PER_SECOND = 20;

  /** Answers in a row that a client may leave unread. */
  private static final int MOST_UNREAD = 200;

  private final Bucket messages =
      Bucket.builder()
          .addLimit(limit ->
              limit.capacity(MESSAGES).refillGreedy(MESSAGES_PER_SECOND, Duration.ofSeconds(1)))
          .build();
  private final AtomicInteger unread = new AtomicInteger();

  /** Whether one more message beyond the admitted frames is borne. */
  boolean bears() {
    return messages.tryConsume(1);
  }

  /**
   * @param taken whether there was room for an answer; without, the client does not read
   * @return whether that is borne
   */
  boolean answered(boolean taken) {
    if (taken) {
      unread.set(0);
      return true;
    }
    return unread.incrementAndGet() <= MOST_UNREAD;
  }
}
