package org.facedesk.store;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor decided about an enrollment.
 *
 * @param candidate the other person it is about; null if there is none
 * @param reason in the supervisor's words, sealed at rest in context {@code "decision:" + id}
 * @param decidedBy {@code operator:ID}
 */
public record DecisionRecord(
    UUID id,
    UUID client,
    UUID enrollment,
    Verdict verdict,
    @Nullable UUID candidate,
    String reason,
    String decidedBy,
    Instant decidedAt) {
  /** The longest reason. */
  public static final int MAX_REASON = 500;

  /** What was decided; the name in lower case stands in the audit trail. */
  public enum Verdict {
    /** They look alike and are two people: the enrollment stands. */
    DIFFERENT_PERSON,
    /** It is the other person again: the enrollment is refused. */
    SAME_PERSON,
    /** The face is not like the earlier template, and it is the person all the same. */
    CHANGED_FACE,
    /** No blink is asked for. */
    WITHOUT_BLINK,
    /** No turn of the head is asked for. */
    WITHOUT_TURN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
