package org.facedesk.enroll;

import org.jspecify.annotations.Nullable;

/**
 * When a remote frame was taken. The network bunches messages, so a client's own clock is the
 * better one for blinks, as long as it runs on and stays near the station's; a clock that does not
 * is ignored from then on.
 */
final class FrameTiming {
  private static final long TOLERATED_DRIFT_MILLIS = 1500;

  private boolean clientTrusted = true;
  private @Nullable Long offset;
  private long last = Long.MIN_VALUE;

  /**
   * @param arrivalMillis station clock
   * @param clientMillis client clock, any zero
   * @return milliseconds on the station's clock, never before the last answer
   */
  long millis(long arrivalMillis, @Nullable Long clientMillis) {
    long chosen = arrivalMillis;
    if (clientMillis == null) {
      clientTrusted = false;
    } else if (clientTrusted) {
      if (offset == null) {
        offset = arrivalMillis - clientMillis;
      }
      long mapped = clientMillis + offset;
      if (mapped >= last && Math.abs(mapped - arrivalMillis) <= TOLERATED_DRIFT_MILLIS) {
        chosen = mapped;
      } else {
        clientTrusted = false;
      }
    }
    last = Math.max(last, chosen);
    return last;
  }
}
