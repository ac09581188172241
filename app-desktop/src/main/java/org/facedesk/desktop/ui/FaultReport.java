package org.facedesk.desktop.ui;

import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * A failure as the operator meets it: a code that can be searched for, and an id that stands in the
 * log beside the details.
 */
public record FaultReport(ErrorCode code, String correlationId) {

  /** What is not one of the station's own exceptions counts as INTERNAL. */
  public static FaultReport of(Throwable failure) {
    return failure instanceof FacedeskException known
        ? new FaultReport(known.code(), known.correlationId())
        : new FaultReport(ErrorCode.INTERNAL, CorrelationId.next());
  }

  /** What happened, in plain words. */
  public String words(Texts texts) {
    return texts.of("error", code);
  }

  /** What to do about it. */
  public String remedy(Texts texts) {
    return texts.of("remedy", code);
  }

  /** What the copy button copies: nothing personal. */
  public String details(Texts texts) {
    return texts.get("fault.details", code.name(), words(texts), correlationId);
  }
}
