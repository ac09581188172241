package org.facedesk.admin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a name is locked after wrong passwords in a row: longer each time. */
final class Lockout {
  static final int FREE = 5;
  static final Duration FIRST = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofHours(1);

  private Lockout() {}

  /**
   * @param failures in a row, this one included
   * @return until when no password is looked at; null while there are tries left
   */
  static @Nullable Instant until(int failures, Instant now) {
    if (failures < FREE) {
      return null;
    }
    long doubled = FIRST.toSeconds() << Math.min(failures - FREE, 20);
    return now.plusSeconds(Math.min(doubled, LONGEST.toSeconds()));
  }
}
