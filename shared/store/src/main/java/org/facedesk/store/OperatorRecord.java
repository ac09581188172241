package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Someone who works at the desk.
 *
 * @param name as it is shown; found whatever the case and however its letters are composed
 * @param passwordHash an Argon2id hash with its parameters, {@code $argon2id$v=19$…}
 * @param role name of the role
 * @param active whether they may sign in
 * @param failures wrong passwords since the last right one
 * @param lockedUntil no password is looked at before
 */
public record OperatorRecord(
    UUID id,
    String name,
    String passwordHash,
    String role,
    boolean active,
    int failures,
    @Nullable Instant lockedUntil,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {

  public OperatorRecord named(String next) {
    return new OperatorRecord(
        id, next, passwordHash, role, active, failures, lockedUntil, createdAt, lastSignInAt);
  }

  public OperatorRecord as(String nextRole) {
    return new OperatorRecord(
        id, name, passwordHash, nextRole, active, failures, lockedUntil, createdAt, lastSignInAt);
  }

  public OperatorRecord active(boolean now) {
    return new OperatorRecord(
        id, name, passwordHash, role, now, failures, lockedUntil, createdAt, lastSignInAt);
  }

  /** With a new password, and a clean sheet. */
  public OperatorRecord withPassword(String hash) {
    return new OperatorRecord(id, name, hash, role, active, 0, null, createdAt, lastSignInAt);
  }

  public OperatorRecord failed(int times, @Nullable Instant until) {
    return new OperatorRecord(
        id, name, passwordHash, role, active, times, until, createdAt, lastSignInAt);
  }

  public OperatorRecord signedIn(Instant when) {
    return new OperatorRecord(id, name, passwordHash, role, active, 0, null, createdAt, when);
  }

  /** Keeps name and hash out of logs. */
  @Override
  public String toString() {
    return "OperatorRecord[" + id + "]";
  }
}
