package org.facedesk.enroll;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a session: states, counts and times, never an image, a template or a
 * token.
 *
 * @param userId whom it is about, or whom a search found; null if that is nobody, or sealed
 * @param otherClient the public id of the client that person belongs to; null if it is the
 *     session's
 * @param livenessVerified whether proofs of life were asked for and given
 */
public record SessionView(
    UUID sessionId,
    SessionType type,
    SessionStatus status,
    @Nullable UUID enrollmentId,
    @Nullable String userId,
    @Nullable String otherClient,
    int frames,
    int samples,
    int blinks,
    int motionEvents,
    boolean livenessVerified,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {}
