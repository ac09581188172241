package org.facedesk.admin;

import java.util.function.UnaryOperator;
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
  private final UnaryOperator<Actor> asOfNow;

  /**
   * @param sources what the pictures may come from
   * @param asOfNow an actor in their present role, as {@link Standing#now}
   */
  public DeskCheck(
      SessionService sessions,
      ClientRecord desk,
      DeskSources sources,
      UnaryOperator<Actor> asOfNow) {
    this.sessions = sessions;
    this.desk = desk;
    this.sources = sources;
    this.asOfNow = asOfNow;
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
    Actor present = asOfNow.apply(operator);
    present.require(Role.OPERATOR);
    sources.require(present, source);
    SessionTicket ticket =
        sessions.createAuthentication(
            desk,
            new AuthenticationRequest(
                userId, "webcam", true, null, null, source, challenge, operator.name()));
    return new DeskSession(sessions.open(ticket.token()), ticket.token());
  }

  /** Cancels a session that captures. */
  public void cancel(DeskSession begun) {
    try (LiveSession _ = begun.session()) {
      sessions.cancel(desk, begun.token());
    }
  }
}
