package org.facedesk.store;

import java.util.Locale;

/** What a session is for. */
public enum SessionType {
  ENROLLMENT,
  VERIFICATION,
  IDENTIFICATION;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
