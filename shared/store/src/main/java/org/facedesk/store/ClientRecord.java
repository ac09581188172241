package org.facedesk.store;

import java.time.Instant;
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
    @Nullable Instant revokedAt) {

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
