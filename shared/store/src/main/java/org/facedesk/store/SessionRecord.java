package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A capture session.
 *
 * @param tokenLookup {@code seal.lookup("session-token", token)}; the token itself is not stored
 * @param user whom an enrollment or verification is about; null for identification
 * @param enrollment the enrollment it will complete; null for authentication
 * @param channel what the client calls it: webcam, mobile or api
 * @param options JSON object text: what the client asked for within the policy
 * @param reason wire code of why it ended, null while it has not
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
    @Nullable String reason) {}
