package org.facedesk.admin;

import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.SessionService;
import org.facedesk.enroll.SessionTicket;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/** Checking at the desk who somebody is. Safe for many threads; every call blocks on the store. */
public final class DeskCheck {
  private final SessionService sessions;
  private final ClientRecord desk;
  private final DeskSources sources;

  /**
   * @param sources what the pictures may come from
   */
  public DeskCheck(SessionService sessions, ClientRecord desk, DeskSources sources) {
    this.sessions = sessions;
    this.desk = desk;
    this.sources = sources;
  }

  /**
   * Begins to capture.
   *
   * @param userId whom to verify; null to identify
   * @param source where the frames will come from: camera, practice or replay
   * @throws org.facedesk.core.FacedeskException FORBIDDEN for a source that takes another role;
   *     USER_NOT_FOUND, NOT_ENROLLED, USER_LOCKED, RATE_LIMITED
   */
  public DeskSession begin(
      Actor operator, @Nullable String userId, String source, boolean challenge) {
    operator.require(Role.OPERATOR);
    sources.require(operator, source);
    SessionTicket ticket =
        sessions.createAuthentication(
            desk, new AuthenticationRequest(userId, "webcam", true, null, null, source, challenge));
    return new DeskSession(sessions.open(ticket.token()), ticket.token());
  }

  /** Cancels a session that captures. */
  public void cancel(DeskSession begun) {
    try (LiveSession _ = begun.session()) {
      sessions.cancel(desk, begun.token());
    }
  }
}
