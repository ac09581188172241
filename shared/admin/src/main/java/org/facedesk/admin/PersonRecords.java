package org.facedesk.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;

/** People's records in the store, for everything that makes or changes them. */
final class PersonRecords {
  private final InstantSource clock;

  PersonRecords(InstantSource clock) {
    this.clock = clock;
  }

  /** A record that is not stored yet. */
  UserRecord made(ClientRecord client, NewPerson person) {
    Instant now = now();
    return new UserRecord(
        UUID.randomUUID(),
        client.id(),
        Checks.name("The user id", person.externalId()),
        Checks.object("The profile", person.profile()),
        Checks.object("The metadata", person.metadata()),
        person.faceAuthEnabled(),
        true,
        null,
        now,
        now);
  }

  /** Stores a record with its pictures, in the transaction. */
  static void insert(Store tx, UserRecord user, NewPerson person, Actor actor) {
    tx.users().insert(user);
    person
        .pictures()
        .forEach(picture -> tx.pictures().put(user.client(), user.id(), picture, user.createdAt()));
    tx.audit().append(event(AuditAction.PERSON_CREATED, actor, user, Map.of()));
  }

  UserRecord changed(UserRecord user, PersonChange change) {
    String profile = change.profile();
    String metadata = change.metadata();
    return new UserRecord(
        user.id(),
        user.client(),
        user.externalId(),
        profile == null ? user.profile() : Checks.object("The profile", profile),
        metadata == null ? user.metadata() : Checks.object("The metadata", metadata),
        change.faceAuthEnabled() == null ? user.faceAuthEnabled() : change.faceAuthEnabled(),
        change.active() == null ? user.active() : change.active(),
        user.enrolledAt(),
        user.createdAt(),
        now());
  }

  /** As exact as databases are, so that what is told is what is kept. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  static UserRecord found(Store store, ClientRecord client, String externalId) {
    return store.users().byExternalId(client.id(), externalId).orElseThrow(PersonRecords::unknown);
  }

  static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
  }

  static AuditEvent event(
      AuditAction action, Actor actor, UserRecord user, Map<String, String> details) {
    return new AuditEvent(
        action, actor.name(), user.client(), user.id().toString(), actor.correlationId(), details);
  }
}
