package org.facedesk.core;

import java.time.Duration;

/** A refusal that is over by itself after a while. */
public final class ThrottledException extends FacedeskException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /**
   * @param retryAfter how long to wait at least; told to the caller in whole seconds, rounded up
   */
  public ThrottledException(ErrorCode code, String message, Duration retryAfter) {
    super(code, message);
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }

  /** At least 1. */
  public int retryAfterSeconds() {
    long millis = Math.max(1, retryAfter.toMillis());
    return (int) Math.min(Integer.MAX_VALUE, (millis + 999) / 1000);
  }
}
