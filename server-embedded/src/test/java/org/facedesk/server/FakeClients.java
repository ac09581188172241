package org.facedesk.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.store.ClientRecord;

/** API clients in memory. */
public final class FakeClients implements ClientDirectory {
  private final Map<UUID, Credentials> all = new ConcurrentHashMap<>();

  /** A client with what only it and the station know. */
  public record Credentials(ClientRecord client, String apiKey, String secret) {}

  public Credentials add(String name) {
    return add(name, ClientRecord.Envelope.API_KEY, false);
  }

  public Credentials add(String name, ClientRecord.Envelope envelope, boolean strict) {
    UUID id = UUID.randomUUID();
    ClientRecord client =
        new ClientRecord(
            id,
            "client_" + name,
            name,
            id,
            new byte[0],
            new byte[0],
            new byte[0],
            envelope,
            strict,
            false,
            Instant.EPOCH,
            null,
            null);
    Credentials credentials = new Credentials(client, "key-of-" + name, "secret-of-" + name);
    all.put(id, credentials);
    return credentials;
  }

  public void revoke(UUID id) {
    all.remove(id);
  }

  /** New credentials in place of the old ones. */
  public Credentials rotate(Credentials old) {
    return put(old, old.client().generation() + 1, old.client().origins(), "new-");
  }

  public Credentials allow(Credentials known, String... origins) {
    return put(known, known.client().generation(), List.of(origins), "");
  }

  private Credentials put(Credentials old, int generation, List<String> origins, String prefix) {
    ClientRecord was = old.client();
    ClientRecord now =
        new ClientRecord(
            was.id(),
            was.clientId(),
            was.name(),
            was.gallery(),
            was.apiKeyLookup(),
            was.sealedEnvelopeKey(),
            was.sealedSecret(),
            was.envelope(),
            was.strict(),
            false,
            was.createdAt(),
            null,
            null,
            generation,
            origins);
    Credentials fresh = new Credentials(now, prefix + old.apiKey(), prefix + old.secret());
    all.put(was.id(), fresh);
    return fresh;
  }

  @Override
  public boolean knowsOrigin(String origin) {
    return all.values().stream().anyMatch(known -> known.client().origins().contains(origin));
  }

  @Override
  public Optional<ClientRecord> byApiKey(String apiKey) {
    return all.values().stream()
        .filter(known -> known.apiKey().equals(apiKey))
        .map(Credentials::client)
        .findAny();
  }

  @Override
  public Optional<ClientRecord> byApiKeyAndSecret(String apiKey, String secret) {
    return all.values().stream()
        .filter(known -> known.apiKey().equals(apiKey) && known.secret().equals(secret))
        .map(Credentials::client)
        .findAny();
  }

  @Override
  public Optional<ClientRecord> byId(UUID id) {
    return Optional.ofNullable(all.get(id)).map(Credentials::client);
  }

  @Override
  public EnvelopeKeys envelopeKeys(ClientRecord client) {
    Credentials known = java.util.Objects.requireNonNull(all.get(client.id()));
    return EnvelopeKeys.of(known.apiKey(), known.secret());
  }
}
