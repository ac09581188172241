package org.facedesk.capture;

import java.time.Duration;

/**
 * How long to wait before something that failed is tried again: each time twice as long as before,
 * up to a limit. Not thread-safe.
 */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  /** For cameras: soon at first, because a plug may only be loose; later every four seconds. */
  static Backoff usual() {
    return new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4));
  }

  Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return wait;
  }

  /** It worked. */
  void reset() {
    next = first;
  }
}
