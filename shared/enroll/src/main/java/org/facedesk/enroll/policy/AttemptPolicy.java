package org.facedesk.enroll.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How many attempts may fail before there is a pause.
 *
 * @param failures in a row that lead to it
 * @param window the time they have to lie in
 * @param pause from the last of them
 */
public record AttemptPolicy(int failures, Duration window, Duration pause) {
  /** One person, claimed by whoever stands before the camera. */
  public static final AttemptPolicy VERIFICATION =
      new AttemptPolicy(5, Duration.ofMinutes(15), Duration.ofMinutes(15));

  /**
   * Searches of one client that found nobody. Strangers pass by every day, so many are allowed, and
   * the pause is short: it makes trying one face after the other slow, and shuts nobody out.
   */
  public static final AttemptPolicy IDENTIFICATION =
      new AttemptPolicy(30, Duration.ofMinutes(15), Duration.ofMinutes(1));

  public AttemptPolicy {
    if (failures < 1 || window.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException("at least one failure, and times that are not negative");
    }
  }

  /** How far back failures have to be known. */
  public Duration reach() {
    return window.plus(pause);
  }

  /**
   * Until when there is a pause, if there is one.
   *
   * @param newestFirst the failures in a row, at least the newest {@link #failures} of them
   */
  public Optional<Instant> pausedUntil(List<Instant> newestFirst, Instant now) {
    if (newestFirst.size() < failures) {
      return Optional.empty();
    }
    Instant newest = newestFirst.getFirst();
    Instant oldest = newestFirst.get(failures - 1);
    Instant end = newest.plus(pause);
    boolean dense = !oldest.isBefore(newest.minus(window));
    return dense && now.isBefore(end) ? Optional.of(end) : Optional.empty();
  }
}
