package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture session.
 *
 * @param tokenLookup {@code seal.lookup("session-token", token)}; the token itself is not stored
 * @param user whom an enrollment or verification is about; of an identification whom it found, null
 *     until it has, and if it found nobody
 * @param enrollment the enrollment it will complete; null for authentication
 * @param channel what the client calls it: webcam, mobile or api
 * @param options JSON object text: what the client asked for within the policy
 * @param reason wire code of why it ended, null while it has not
 * @param seen null until it ended, and where nobody knows
 */
public record SessionRecord(
    UUID id,
    byte[] tokenLookup,
    UUID client,
    SessionType type,
    @Nullable UUID user,
    @Nullable UUID enrollment,
    String channel,
    String options,
    SessionStatus status,
    int frames,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    @Nullable Seen seen) {

  /** One of which nobody knows what it saw, as all are that have not ended. */
  public SessionRecord(
      UUID id,
      byte[] tokenLookup,
      UUID client,
      SessionType type,
      @Nullable UUID user,
      @Nullable UUID enrollment,
      String channel,
      String options,
      SessionStatus status,
      int frames,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant endedAt,
      @Nullable String reason) {
    this(
        id,
        tokenLookup,
        client,
        type,
        user,
        enrollment,
        channel,
        options,
        status,
        frames,
        createdAt,
        expiresAt,
        endedAt,
        reason,
        null);
  }
}
