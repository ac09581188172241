package org.facedesk.core;

import org.jspecify.annotations.Nullable;

/**
 * A refusal or fault with its {@link ErrorCode} and the {@link CorrelationId} that stands in log,
 * audit and reply alike. The message says what happened and never holds personal data, keys or
 * tokens.
 */
public class FacedeskException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String correlationId;

  public FacedeskException(ErrorCode code, String message) {
    this(code, message, null);
  }

  public FacedeskException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.correlationId = CorrelationId.currentOrNext();
  }

  public ErrorCode code() {
    return code;
  }

  public String correlationId() {
    return correlationId;
  }
}
