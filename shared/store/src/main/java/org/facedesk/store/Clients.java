package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API clients. */
public interface Clients {
  void insert(ClientRecord client);

  Optional<ClientRecord> byId(UUID id);

  Optional<ClientRecord> byClientId(String clientId);

  /** Revoked ones too; the caller decides. */
  Optional<ClientRecord> byApiKeyLookup(byte[] lookup);

  /** Oldest first. */
  List<ClientRecord> all();

  /**
   * @return false if it was revoked before or does not exist
   */
  boolean revoke(UUID id, Instant when);

  void touch(UUID id, Instant lastUsed);
}
