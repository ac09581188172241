package org.facedesk.admin;

import java.time.InstantSource;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/**
 * Lets a person try again who was locked after too many failed attempts: a supervisor's decision,
 * once it is clear who made them. Safe for many threads.
 */
public final class Unlocking {
  private final Store store;
  private final InstantSource clock;

  public Unlocking(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Failures until now do not count any more; unlocking someone who is not locked does no harm.
   *
   * @throws FacedeskException FORBIDDEN for less than a supervisor; USER_NOT_FOUND, also for
   *     another client's people
   */
  public void unlock(ClientRecord client, String externalId, Actor actor) {
    actor.require(Role.SUPERVISOR);
    store.inTransaction(tx -> {
      UserRecord user =
          tx.users()
              .byExternalId(client.id(), externalId)
              .orElseThrow(
                  () -> new FacedeskException(ErrorCode.USER_NOT_FOUND, "There is no such user."));
      tx.attempts().unlock(user.id(), clock.instant());
      tx.audit()
          .append(
              new AuditEvent(
                  AuditAction.PERSON_UNLOCKED,
                  actor.name(),
                  client.id(),
                  user.id().toString(),
                  actor.correlationId(),
                  Map.of()));
      return user;
    });
  }
}
