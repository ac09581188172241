package org.facedesk.store;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The states of a session and the ways between them; a terminal state never changes. */
public enum SessionStatus {
  ACTIVE,
  PROCESSING,
  DISCONNECTED,
  COMPLETED,
  FAILED,
  CANCELLED,
  EXPIRED;

  public boolean terminal() {
    return next().isEmpty();
  }

  /** Where it may go from here. */
  public Set<SessionStatus> next() {
    return switch (this) {
      case ACTIVE -> EnumSet.of(PROCESSING, CANCELLED, EXPIRED);
      case PROCESSING -> EnumSet.of(COMPLETED, FAILED, CANCELLED, DISCONNECTED, EXPIRED);
      case DISCONNECTED -> EnumSet.of(PROCESSING, CANCELLED, EXPIRED);
      case COMPLETED, FAILED, CANCELLED, EXPIRED -> EnumSet.noneOf(SessionStatus.class);
    };
  }

  /** From where a session may come into this state. */
  public Set<SessionStatus> sources() {
    Set<SessionStatus> sources = EnumSet.noneOf(SessionStatus.class);
    for (SessionStatus status : values()) {
      if (status.next().contains(this)) {
        sources.add(status);
      }
    }
    return sources;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
