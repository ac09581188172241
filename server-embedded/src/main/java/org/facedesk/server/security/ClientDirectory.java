package org.facedesk.server.security;

import java.util.Optional;
import java.util.UUID;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.store.ClientRecord;

/**
 * What the server has to know about API clients. Every lookup answers for active clients only, so
 * that a revocation takes effect at once. Safe for many threads; calls may wait for the database.
 */
public interface ClientDirectory {
  Optional<ClientRecord> byApiKey(String apiKey);

  /** Both have to be right; compared in constant time. */
  Optional<ClientRecord> byApiKeyAndSecret(String apiKey, String secret);

  Optional<ClientRecord> byId(UUID id);

  /** Whether a page of this origin, in lower case, may speak for any client. */
  boolean knowsOrigin(String origin);

  /** The keys results are sealed with; the caller closes them. */
  EnvelopeKeys envelopeKeys(ClientRecord client);
}
