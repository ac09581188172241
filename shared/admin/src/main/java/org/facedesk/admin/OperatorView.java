package org.facedesk.admin;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.store.OperatorRecord;
import org.jspecify.annotations.Nullable;

/** An operator as administrators see them. */
public record OperatorView(
    UUID id,
    String name,
    Role role,
    boolean active,
    @Nullable Instant lockedUntil,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {

  static OperatorView of(OperatorRecord record) {
    return new OperatorView(
        record.id(),
        record.name(),
        Role.valueOf(record.role()),
        record.active(),
        record.lockedUntil(),
        record.createdAt(),
        record.lastSignInAt());
  }
}
