package org.facedesk.desktop.capture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.facedesk.enroll.policy.CapturePolicy;

/** How long a session still has: its frames and its lifetime are both limited. */
final class TimeLeft {
  private final InstantSource clock;
  private final Supplier<CapturePolicy> policies;
  private CapturePolicy policy;
  private Instant end;
  private int framesBefore;

  TimeLeft(InstantSource clock, Supplier<CapturePolicy> policies) {
    this.clock = clock;
    this.policies = policies;
    this.policy = policies.get();
    this.end = clock.instant();
  }

  /** A session is about to be opened. */
  void start() {
    policy = policies.get();
    end = clock.instant().plus(policy.sessionLifetime());
    framesBefore = 0;
  }

  /**
   * @param millis what the session says it has left
   * @param frames what it has counted before this capture
   */
  void remaining(long millis, int frames) {
    end = clock.instant().plusMillis(millis);
    framesBefore = frames;
  }

  boolean over() {
    return !clock.instant().isBefore(end);
  }

  /**
   * @param frames counted so far
   */
  int seconds(int frames) {
    int counted = Math.max(frames, framesBefore);
    long byTime = Duration.between(clock.instant(), end).toMillis();
    long byFrames =
        (long) (policy.maxFrames() + framesBefore - counted) * policy.frameInterval().toMillis();
    return (int) Math.max(0, Math.ceilDiv(Math.min(byTime, byFrames), 1000));
  }
}
