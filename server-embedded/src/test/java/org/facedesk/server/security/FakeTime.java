package org.facedesk.server.security;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** Time that passes when it is told to. */
final class FakeTime implements TimeMeter {
  private long nanos = 1_000_000_000L;

  void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
