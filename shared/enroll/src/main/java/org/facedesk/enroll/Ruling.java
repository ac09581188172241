package org.facedesk.enroll;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.DecisionRecord;

/**
 * A supervisor's word.
 *
 * @param supervisor as the audit trail names them
 * @param reason in their own words, never empty; it stands in the audit trail as well
 */
public record Ruling(String supervisor, String reason) {
  public Ruling {
    reason = reason.strip();
    if (reason.isEmpty() || reason.length() > DecisionRecord.MAX_REASON) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST,
          "a reason has 1 to %d characters".formatted(DecisionRecord.MAX_REASON));
    }
  }
}
