package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API client.
 *
 * @param clientId public name of the credential, {@code client_…}
 * @param gallery people may be searched together when this is equal; by default the client's own id
 * @param apiKeyLookup {@code seal.lookup("api-key", apiKey)}
 * @param sealedEnvelopeKey SHA-256 of the API key (an AES key), sealed in context {@code
 *     "envelope-key:" + id}
 * @param sealedSecret the secret in UTF-8, sealed in context {@code "secret:" + id}
 * @param envelope which key seals results
 * @param strict no CBC envelope and no identity in clear
 * @param builtIn the desk's own client, which has no credentials anyone knows
 * @param generation goes up whenever the credentials are replaced; what was issued under an earlier
 *     one is worth nothing
 * @param origins pages that may speak for it, as browsers write them ({@code https://app.example}),
 *     in lower case
 * @param openSessions at most so many of its sessions may be waiting at a time; null for the
 *     station's own limit
 */
public record ClientRecord(
    UUID id,
    String clientId,
    String name,
    UUID gallery,
    byte[] apiKeyLookup,
    byte[] sealedEnvelopeKey,
    byte[] sealedSecret,
    Envelope envelope,
    boolean strict,
    boolean builtIn,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    int generation,
    List<String> origins,
    @Nullable Integer openSessions) {

  public ClientRecord {
    origins = List.copyOf(origins);
  }

  /** With the station's own limits. */
  public ClientRecord(
      UUID id,
      String clientId,
      String name,
      UUID gallery,
      byte[] apiKeyLookup,
      byte[] sealedEnvelopeKey,
      byte[] sealedSecret,
      Envelope envelope,
      boolean strict,
      boolean builtIn,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt,
      int generation,
      List<String> origins) {
    this(
        id,
        clientId,
        name,
        gallery,
        apiKeyLookup,
        sealedEnvelopeKey,
        sealedSecret,
        envelope,
        strict,
        builtIn,
        createdAt,
        lastUsedAt,
        revokedAt,
        generation,
        origins,
        null);
  }

  /** With its first credentials, and no pages. */
  public ClientRecord(
      UUID id,
      String clientId,
      String name,
      UUID gallery,
      byte[] apiKeyLookup,
      byte[] sealedEnvelopeKey,
      byte[] sealedSecret,
      Envelope envelope,
      boolean strict,
      boolean builtIn,
      Instant createdAt,
      @Nullable Instant lastUsedAt,
      @Nullable Instant revokedAt) {
    this(
        id,
        clientId,
        name,
        gallery,
        apiKeyLookup,
        sealedEnvelopeKey,
        sealedSecret,
        envelope,
        strict,
        builtIn,
        createdAt,
        lastUsedAt,
        revokedAt,
        1,
        List.of());
  }

  /** Which reading of the envelope key a client is served with; see {@code docs/protocol.md}. */
  public enum Envelope {
    API_KEY,
    SECRET_KEY,
    DOUBLE
  }

  public boolean active() {
    return revokedAt == null;
  }
}
