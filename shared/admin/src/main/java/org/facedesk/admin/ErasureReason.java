package org.facedesk.admin;

import java.util.Locale;

/**
 * Why a person was erased. Codes and not sentences, since the trail is kept when the person is gone
 * and must not name them.
 */
public enum ErasureReason {
  /** They asked for it. */
  PERSON_ASKED,
  /** They took their consent back. */
  CONSENT_WITHDRAWN,
  /** They left: nobody needs to know them any more. */
  LEFT,
  /** Enrolled under a wrong id, or twice. */
  MISTAKE,
  /** Kept as long as was promised. */
  TIME_OVER;

  /** As the trail has it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
