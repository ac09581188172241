package org.facedesk.server.ws;

import jakarta.websocket.CloseReason;
import org.facedesk.core.ErrorCode;

/** Why a socket was closed, for programs; the message before it says it for people. */
public enum CloseCode {
  DONE(1000, "done: the final message has been sent"),
  /** RFC 6455's own code for a message that is too big. */
  TOO_BIG(1009, "message over 2 MiB"),
  GENERIC(4000, "anything else: cancelled, replay detected, the station stops"),
  DUPLICATE_FACE(4001, "duplicate face"),
  BAD_SESSION(4400, "bad token, or the session is over or held by another socket"),
  EXPIRED(4401, "expired"),
  FORBIDDEN(4403, "the session's API client was revoked"),
  NO_SUCH_SESSION(4404, "no such session"),
  LIMITS(4429, "limits: the session's frames are used up, or a flood"),
  INTERNAL(4500, "fault in the station");

  private final int number;
  private final String meaning;

  CloseCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** For the protocol's documents. */
  public String meaning() {
    return meaning;
  }

  public int number() {
    return number;
  }

  /**
   * The {@code code} of the {@code error} message sent before: 4404 is announced as 404.
   *
   * @param otherwise for close codes that stand for no HTTP status
   */
  int announced(int otherwise) {
    return number >= BAD_SESSION.number ? number - 4000 : otherwise;
  }

  CloseReason reason() {
    return new CloseReason(() -> number, name());
  }

  /** How a session that cannot be opened, or not go on, is answered. */
  static CloseCode of(ErrorCode code) {
    return switch (code) {
      case SESSION_NOT_FOUND -> NO_SUCH_SESSION;
      case SESSION_EXPIRED -> EXPIRED;
      case FORBIDDEN, UNAUTHENTICATED -> FORBIDDEN;
      case RATE_LIMITED, FRAME_LIMIT, TOO_MANY_SESSIONS, USER_LOCKED -> LIMITS;
      default ->
          switch (code.kind()) {
            case FAULT, UNAVAILABLE -> INTERNAL;
            default -> BAD_SESSION;
          };
    };
  }
}
