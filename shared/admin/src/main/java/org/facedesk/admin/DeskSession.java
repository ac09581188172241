package org.facedesk.admin;

import org.facedesk.enroll.LiveSession;

/**
 * A session that the desk has begun and holds.
 *
 * @param token what cancels it
 */
public record DeskSession(LiveSession session, String token) {
  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "DeskSession[" + session.type() + "]";
  }
}
