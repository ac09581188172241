package org.facedesk.store;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something worth proving later. No names, templates, keys or tokens: ids and codes, and the
 * reasons that people give for their decisions.
 *
 * @param action dotted verb, for example {@code enrollment.completed}
 * @param actor who did it: {@code client:ID}, {@code operator:ID}, {@code station} or {@code
 *     command-line}
 * @param client whose data it touched
 * @param subject id of what it was done to
 * @param correlationId the id that stands in log and reply
 * @param details codes and numbers
 */
public record AuditEvent(
    String action,
    String actor,
    @Nullable UUID client,
    @Nullable String subject,
    @Nullable String correlationId,
    Map<String, String> details) {

  /** For whoever writes: the names of actions stand in one place. */
  public AuditEvent(
      AuditAction action,
      String actor,
      @Nullable UUID client,
      @Nullable String subject,
      @Nullable String correlationId,
      Map<String, String> details) {
    this(action.code(), actor, client, subject, correlationId, details);
  }

  /** The same with this correlation id, unless it has one of its own. */
  public AuditEvent within(@Nullable String id) {
    return correlationId != null || id == null
        ? this
        : new AuditEvent(action, actor, client, subject, id, details);
  }
}
