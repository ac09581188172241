package org.facedesk.store.jdbc;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.facedesk.core.SecureTokens;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.SessionRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.facedesk.store.Store;
import org.facedesk.store.TemplateRecord;
import org.facedesk.store.UserRecord;

/** Records to store, made of random ids so that tests do not meet. */
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

  private Samples() {}

  static ClientRecord client(Store store) {
    UUID id = UUID.randomUUID();
    String key = SecureTokens.next("fk_");
    return new ClientRecord(
        id,
        "client_" + id,
        "Gate 4",
        id,
        store.seal().lookup("api-key", key),
        store.seal().seal("envelope-key:" + id, new byte[32]),
        store.seal().seal("secret:" + id, new byte[43]),
        ClientRecord.Envelope.DOUBLE,
        true,
        false,
        NOON,
        null,
        null);
  }

  static UUID storedClient(Store store) {
    ClientRecord client = client(store);
    store.clients().insert(client);
    return client.id();
  }

  static UserRecord user(UUID client, String externalId) {
    return user(client, externalId, NOON);
  }

  static UserRecord user(UUID client, String externalId, Instant createdAt) {
    return new UserRecord(
        UUID.randomUUID(),
        client,
        externalId,
        "{\"name\":\"Zoë Ångström\"}",
        "{\"floor\":3}",
        true,
        true,
        null,
        createdAt,
        createdAt);
  }

  static UserRecord storedUser(Store store, UUID client, String externalId) {
    UserRecord user = user(client, externalId);
    store.users().insert(user);
    return user;
  }

  static SessionRecord session(Store store, UUID client) {
    return new SessionRecord(
        UUID.randomUUID(),
        store.seal().lookup("session-token", SecureTokens.next("sess_")),
        client,
        SessionType.IDENTIFICATION,
        null,
        null,
        "webcam",
        "{\"target_samples\":3}",
        SessionStatus.ACTIVE,
        0,
        NOON,
        NOON.plus(5, ChronoUnit.MINUTES),
        null,
        null);
  }

  static SessionRecord storedSession(Store store, UUID client) {
    SessionRecord session = session(store, client);
    store.sessions().insert(session);
    return session;
  }

  static EnrollmentRecord enrollment(UserRecord user, UUID session, Instant createdAt) {
    return new EnrollmentRecord(
        UUID.randomUUID(),
        user.client(),
        user.id(),
        session,
        "pending",
        null,
        0,
        0,
        0,
        "remote",
        createdAt,
        null);
  }

  static TemplateRecord template(Store store, UserRecord user, String model) {
    byte[] box = store.seal().seal("template:" + user.id(), new byte[512]);
    return new TemplateRecord(
        0, user.client(), user.id(), user.client(), UUID.randomUUID(), model, 3, box, NOON);
  }

  static AttemptRecord attempt(UserRecord user, String outcome, Instant at) {
    return new AttemptRecord(
        UUID.randomUUID(),
        user.client(),
        UUID.randomUUID(),
        SessionType.VERIFICATION,
        user.id(),
        outcome,
        0.21,
        0.99,
        at);
  }
}
