package org.facedesk.desktop.enroll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.facedesk.enroll.policy.CapturePolicy;

/** How long a session still has: its frames and its lifetime are both limited. */
final class TimeLeft {
  private final InstantSource clock;
  private final CapturePolicy policy;
  private Instant end;

  TimeLeft(InstantSource clock, CapturePolicy policy) {
    this.clock = clock;
    this.policy = policy;
    this.end = clock.instant();
  }

  /** A session is about to be opened. */
  void start() {
    end = clock.instant().plus(policy.sessionLifetime());
  }

  void until(Instant expiry) {
    end = expiry;
  }

  boolean over() {
    return !clock.instant().isBefore(end);
  }

  /**
   * @param frames counted so far
   */
  int seconds(int frames) {
    long byTime = Duration.between(clock.instant(), end).toMillis();
    long byFrames = (long) (policy.maxFrames() - frames) * policy.frameInterval().toMillis();
    return (int) Math.max(0, Math.ceilDiv(Math.min(byTime, byFrames), 1000));
  }
}
