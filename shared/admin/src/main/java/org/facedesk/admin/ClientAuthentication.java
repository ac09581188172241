package org.facedesk.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;

/**
 * Tells who calls. Answers for active clients only and never for the desk, whose credentials nobody
 * has. Safe for many threads.
 *
 * <p>Nothing is cached: one look-up by a unique index costs less than a millisecond and makes a
 * revocation effective at once, on every station that shares the database. Only {@code last_used}
 * is written at most once a minute a client.
 *
 * <p>A key is looked up by its HMAC under the station key, so the time a look-up takes tells
 * nothing about keys that exist; secrets are compared in constant time.
 */
public final class ClientAuthentication {
  private static final int MAX_CREDENTIAL = 200;
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

  private final Store store;
  private final InstantSource clock;
  private final ClientKeys keys;
  private final Map<UUID, Instant> touched = new ConcurrentHashMap<>();

  public ClientAuthentication(Store store) {
    this(store, InstantSource.system());
  }

  public ClientAuthentication(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.keys = new ClientKeys(store.seal());
  }

  public Optional<ClientRecord> byApiKey(String apiKey) {
    return known(apiKey).map(this::used);
  }

  /** Both have to be right, and of the same client. */
  public Optional<ClientRecord> byApiKeyAndSecret(String apiKey, String secret) {
    if (secret.length() > MAX_CREDENTIAL) {
      return Optional.empty();
    }
    return known(apiKey).filter(client -> secretIs(client, secret)).map(this::used);
  }

  /** For the holder of a token that names the client, {@code client_…}. */
  public Optional<ClientRecord> byClientId(String clientId) {
    return admitted(store.clients().byClientId(clientId)).map(this::used);
  }

  /** For the holder of a token that names the client by its record's id. */
  public Optional<ClientRecord> byId(UUID id) {
    return admitted(store.clients().byId(id)).map(this::used);
  }

  /** Whether a page of this origin may speak for any client. */
  public boolean knowsOrigin(String origin) {
    return origin.length() <= MAX_CREDENTIAL
        && origin.indexOf(' ') < 0
        && store.clients().knowsOrigin(origin);
  }

  /** The keys results for this client are sealed with; the caller closes them. */
  public EnvelopeKeys envelopeKeys(ClientRecord client) {
    return keys.open(client);
  }

  private Optional<ClientRecord> known(String apiKey) {
    if (apiKey.isEmpty() || apiKey.length() > MAX_CREDENTIAL) {
      return Optional.empty();
    }
    byte[] lookup = store.seal().lookup(Credentials.LOOKUP_PURPOSE, apiKey);
    return admitted(store.clients().byApiKeyLookup(lookup));
  }

  private static Optional<ClientRecord> admitted(Optional<ClientRecord> client) {
    return client.filter(ClientRecord::active).filter(found -> !found.builtIn());
  }

  private boolean secretIs(ClientRecord client, String secret) {
    try (EnvelopeKeys opened = keys.open(client)) {
      return MessageDigest.isEqual(opened.secret(), secret.getBytes(StandardCharsets.UTF_8));
    }
  }

  private ClientRecord used(ClientRecord client) {
    Instant now = clock.instant();
    Instant noted =
        touched.merge(
            client.id(),
            now,
            (before, present) -> before.plus(TOUCH_EVERY).isAfter(present) ? before : present);
    if (noted.equals(now)) {
      store.clients().touch(client.id(), now);
    }
    return client;
  }
}
