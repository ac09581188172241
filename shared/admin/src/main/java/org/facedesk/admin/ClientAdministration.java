package org.facedesk.admin;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.AuditAction;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ClientRecord.Envelope;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * API clients: made, listed, changed, given new credentials, revoked. Safe for many threads; every
 * method throws STORE_UNAVAILABLE when the database cannot be reached, and FORBIDDEN to operators
 * who are not administrators.
 */
public final class ClientAdministration {
  private static final int MOST_SESSIONS = 1000;

  private final Store store;
  private final InstantSource clock;
  private final Actor actor;
  private final Consumer<UUID> shutOut;

  /** Acts for whoever runs the command line. */
  public ClientAdministration(Store store, InstantSource clock) {
    this(store, clock, Actor.COMMAND_LINE, client -> {});
  }

  private ClientAdministration(
      Store store, InstantSource clock, Actor actor, Consumer<UUID> shutOut) {
    this.store = store;
    this.clock = clock;
    this.actor = actor;
    this.shutOut = shutOut;
  }

  /** The same, acting for someone else. */
  public ClientAdministration as(Actor other) {
    return new ClientAdministration(store, clock, other, shutOut);
  }

  /**
   * The same, telling someone of each client whose sessions were ended: after the commit, so that
   * whoever holds something of theirs can let go of it at once.
   */
  public ClientAdministration telling(Consumer<UUID> listener) {
    return new ClientAdministration(store, clock, actor, listener);
  }

  /** A client with a gallery of its own, that is not strict. */
  public CreatedClient create(String name, Envelope envelope) {
    return create(name, ClientOptions.of(envelope));
  }

  /**
   * @param name for people, 1 to 100 characters; need not be unique
   * @return the credentials, which nobody can ask for again
   * @throws FacedeskException INVALID_REQUEST
   */
  public CreatedClient create(String name, ClientOptions options) {
    actor.require(Role.ADMINISTRATOR);
    String checked = Checks.name("The client's name", name.strip());
    UUID id = UUID.randomUUID();
    String clientId = "client_" + id.toString().replace("-", "");
    Credentials credentials = Credentials.make(store.seal(), id);
    ClientRecord record =
        new ClientRecord(
            id,
            clientId,
            checked,
            options.deskGallery() ? Clients.DESK : id,
            credentials.lookup(),
            credentials.sealedEnvelopeKey(),
            credentials.sealedSecret(),
            options.envelope(),
            options.strict(),
            false,
            clock.instant(),
            null,
            null,
            1,
            Origins.checked(options.origins()),
            limit(options.openSessions()));
    store.inTransaction(tx -> {
      tx.clients().insert(record);
      tx.audit()
          .append(
              event(
                  AuditAction.CLIENT_CREATED,
                  id,
                  Map.of(
                      "envelope", options.envelope().name().toLowerCase(Locale.ROOT),
                      "strict", String.valueOf(options.strict()),
                      "desk_gallery", String.valueOf(options.deskGallery()),
                      "open_sessions", String.valueOf(record.openSessions()),
                      "origins", String.valueOf(record.origins().size()))));
      return id;
    });
    return credentials.shown(clientId);
  }

  /** All clients, the desk and revoked ones too, oldest first. */
  public List<ClientRecord> list() {
    actor.require(Role.ADMINISTRATOR);
    return store.clients().all();
  }

  /** The same with each one's numbers. */
  public List<ClientOverview> overview() {
    return list().stream()
        .map(client ->
            new ClientOverview(
                client,
                store.users().count(client.id()),
                store.sessions().open(client.id()),
                store.webhooks().of(client.id())))
        .toList();
  }

  /**
   * Changes how a client is served, from its next request on.
   *
   * @return the client as it is now
   * @throws FacedeskException INVALID_REQUEST; NOT_FOUND if there is no such client or it is
   *     revoked; FORBIDDEN for the desk
   */
  public ClientRecord update(String clientId, ClientChange change) {
    actor.require(Role.ADMINISTRATOR);
    ClientRecord before = changeable(clientId);
    ClientRecord after = changed(before, change);
    boolean done =
        store.inTransaction(tx -> {
          boolean updated = tx.clients().update(after);
          if (updated) {
            tx.audit()
                .append(
                    event(
                        AuditAction.CLIENT_CHANGED,
                        before.id(),
                        Map.of(
                            "envelope", after.envelope().name().toLowerCase(Locale.ROOT),
                            "strict", String.valueOf(after.strict()),
                            "open_sessions", String.valueOf(after.openSessions()),
                            "origins", String.valueOf(after.origins().size()))));
          }
          return updated;
        });
    if (!done) {
      throw unknown();
    }
    return after;
  }

  private static ClientRecord changed(ClientRecord client, ClientChange change) {
    String name = change.name();
    List<String> origins = change.origins();
    return new ClientRecord(
        client.id(),
        client.clientId(),
        name == null ? client.name() : Checks.name("The client's name", name.strip()),
        client.gallery(),
        client.apiKeyLookup(),
        client.sealedEnvelopeKey(),
        client.sealedSecret(),
        change.envelope() == null ? client.envelope() : change.envelope(),
        change.strict() == null ? client.strict() : change.strict(),
        client.builtIn(),
        client.createdAt(),
        client.lastUsedAt(),
        client.revokedAt(),
        client.generation(),
        origins == null ? client.origins() : Origins.checked(origins),
        change.openSessions() == null ? client.openSessions() : limit(change.openSessions()));
  }

  private static @Nullable Integer limit(int asked) {
    if (asked < 0 || asked > MOST_SESSIONS) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST,
          "A client may have 1 to %d open sessions; 0 for the station's own limit."
              .formatted(MOST_SESSIONS));
    }
    return asked == 0 ? null : asked;
  }

  /**
   * Gives a client a new API key and secret in place of the old ones. What was got with the old
   * ones ends with them, at once: access tokens, and sessions that are not over.
   *
   * @throws FacedeskException NOT_FOUND if there is no such client or it is revoked; FORBIDDEN for
   *     the desk
   */
  public CreatedClient rotate(String clientId) {
    actor.require(Role.ADMINISTRATOR);
    ClientRecord client = changeable(clientId);
    Credentials credentials = Credentials.make(store.seal(), client.id());
    boolean done =
        store.inTransaction(tx -> {
          boolean replaced =
              tx.clients()
                  .replaceCredentials(
                      client.id(),
                      credentials.lookup(),
                      credentials.sealedEnvelopeKey(),
                      credentials.sealedSecret());
          if (replaced) {
            int sessions =
                tx.sessions().cancelAll(client.id(), clock.instant(), "credentials_rotated");
            tx.audit().append(event(AuditAction.CLIENT_ROTATED, client.id(), cancelled(sessions)));
          }
          return replaced;
        });
    if (!done) {
      throw unknown();
    }
    shutOut.accept(client.id());
    return credentials.shown(clientId);
  }

  /**
   * Shuts a client out at once: its credentials stop working and its sessions are cancelled. Its
   * people stay.
   *
   * @return false if it was revoked before, or there is no such client
   * @throws FacedeskException FORBIDDEN for the desk
   */
  public boolean revoke(String clientId) {
    actor.require(Role.ADMINISTRATOR);
    ClientRecord client = store.clients().byClientId(clientId).orElse(null);
    if (client == null || !client.active()) {
      return false;
    }
    refuseDesk(client);
    Instant now = clock.instant();
    boolean done =
        store.inTransaction(tx -> {
          if (!tx.clients().revoke(client.id(), now)) {
            return false;
          }
          int sessions = tx.sessions().cancelAll(client.id(), now, "client_revoked");
          tx.audit().append(event(AuditAction.CLIENT_REVOKED, client.id(), cancelled(sessions)));
          return true;
        });
    if (done) {
      shutOut.accept(client.id());
    }
    return done;
  }

  private static Map<String, String> cancelled(int sessions) {
    return Map.of("sessions_cancelled", String.valueOf(sessions));
  }

  private ClientRecord changeable(String clientId) {
    ClientRecord client =
        store
            .clients()
            .byClientId(clientId)
            .filter(ClientRecord::active)
            .orElseThrow(ClientAdministration::unknown);
    refuseDesk(client);
    return client;
  }

  private static void refuseDesk(ClientRecord client) {
    if (client.builtIn()) {
      throw new FacedeskException(
          ErrorCode.FORBIDDEN, "The desk is part of the station; it cannot be revoked or changed.");
    }
  }

  private static FacedeskException unknown() {
    return new FacedeskException(ErrorCode.NOT_FOUND, "There is no such client.");
  }

  private AuditEvent event(AuditAction action, UUID client, Map<String, String> details) {
    return new AuditEvent(
        action, actor.name(), client, client.toString(), actor.correlationId(), details);
  }
}
