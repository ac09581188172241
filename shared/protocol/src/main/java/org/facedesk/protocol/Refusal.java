package org.facedesk.protocol;

import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.ThrottledException;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told about an exception: the reason of a refusal in words, of a fault only that
 * there was one and where to find it in the log.
 *
 * @param status HTTP's word for it
 * @param retryAfterSeconds when it is worth trying again; 0 if waiting does not help
 */
public record Refusal(int status, ErrorBody body, int retryAfterSeconds) {

  public static Refusal of(Throwable failure) {
    if (failure instanceof FacedeskException known) {
      boolean fault = known.code().kind() == ErrorCode.Kind.FAULT;
      return of(
          known.code(),
          fault ? publicMessage() : String.valueOf(known.getMessage()),
          known.correlationId(),
          known instanceof ThrottledException throttled
              ? throttled.retryAfterSeconds()
              : usualWait(known.code()));
    }
    return of(ErrorCode.INTERNAL, publicMessage());
  }

  public static Refusal of(ErrorCode code, String message) {
    return of(code, message, CorrelationId.currentOrNext(), usualWait(code));
  }

  private static Refusal of(
      ErrorCode code, String message, String correlationId, int retryAfterSeconds) {
    return new Refusal(
        statusOf(code),
        new ErrorBody(message, code.name(), code.remedy(), correlationId),
        retryAfterSeconds);
  }

  private static int usualWait(ErrorCode code) {
    return switch (code.kind()) {
      case THROTTLED -> 1;
      case UNAVAILABLE -> 5;
      default -> 0;
    };
  }

  /**
   * The same over a WebSocket that goes on.
   *
   * @param seq the client's number for the frame it is about, or null
   */
  public ServerMessage.Problem message(@Nullable Long seq) {
    return new ServerMessage.Problem(body.error(), status, body.code(), body.correlationId(), seq);
  }

  /**
   * The same over a WebSocket that is closed next.
   *
   * @param code the close code less 4000
   */
  public ServerMessage.Problem message(int code) {
    return new ServerMessage.Problem(body.error(), code, body.code(), body.correlationId(), null);
  }

  /** Whether the station, not the caller, is to blame. */
  public boolean fault() {
    return status >= 500;
  }

  private static String publicMessage() {
    return "Something went wrong in the station.";
  }

  /** HTTP's word for a code. */
  public static int statusOf(ErrorCode code) {
    return switch (code.kind()) {
      case INVALID -> 400;
      case UNAUTHENTICATED -> 401;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case METHOD -> 405;
      case CONFLICT, REFUSED -> 409;
      case TOO_LARGE -> 413;
      case UNSUPPORTED -> 415;
      case THROTTLED -> 429;
      case FAULT -> 500;
      case UNAVAILABLE -> 503;
    };
  }
}
