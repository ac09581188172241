package org.facedesk.server.ws;

import jakarta.websocket.CloseReason;
import org.facedesk.core.ErrorCode;

/** Why a socket was closed, for programs; the message before it says it for people. */
public enum CloseCode {
  DONE(1000),
  /** RFC 6455's own code for a message that is too big. */
  TOO_BIG(1009),
  GENERIC(4000),
  DUPLICATE_FACE(4001),
  BAD_SESSION(4400),
  EXPIRED(4401),
  FORBIDDEN(4403),
  NO_SUCH_SESSION(4404),
  LIMITS(4429),
  INTERNAL(4500);

  private final int number;

  CloseCode(int number) {
    this.number = number;
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
      case RATE_LIMITED, FRAME_LIMIT, TOO_MANY_SESSIONS -> LIMITS;
      default ->
          switch (code.kind()) {
            case FAULT, UNAVAILABLE -> INTERNAL;
            default -> BAD_SESSION;
          };
    };
  }
}
