package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** API clients. */
public interface Clients {
  /** The desk, the client every store is founded with. Nobody has its credentials. */
  UUID DESK = UUID.fromString("00000000-0000-4000-8000-0000000de5c0");

  void insert(ClientRecord client);

  Optional<ClientRecord> byId(UUID id);

  Optional<ClientRecord> byClientId(String clientId);

  /** Revoked ones too; the caller decides. */
  Optional<ClientRecord> byApiKeyLookup(byte[] lookup);

  /** Oldest first. */
  List<ClientRecord> all();

  /** Whether a page of this origin may speak for any client that is not revoked. */
  boolean knowsOrigin(String origin);

  /**
   * Writes name, envelope, strictness, origins and the limit of open sessions.
   *
   * @return false if it is revoked or does not exist
   */
  boolean update(ClientRecord client);

  /**
   * Gives a client a new key and secret, sealed as {@link ClientRecord} says, and the next
   * generation; the old ones are worth nothing from then on.
   *
   * @return false if it is revoked or does not exist
   */
  boolean replaceCredentials(
      UUID id, byte[] apiKeyLookup, byte[] sealedEnvelopeKey, byte[] sealedSecret);

  /**
   * @return false if it was revoked before or does not exist
   */
  boolean revoke(UUID id, Instant when);

  void touch(UUID id, Instant lastUsed);

  /**
   * Holds a client until the transaction ends: whoever else wants to hold it waits. Records that
   * belong to it may be written meanwhile. Only in a transaction, and before anything else is
   * written in it.
   */
  void hold(UUID id);
}
