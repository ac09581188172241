package org.facedesk.enroll;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * What may be told about a session: states, counts and times, never an image, a template or a
 * token.
 */
public record SessionView(
    UUID sessionId,
    SessionType type,
    SessionStatus status,
    @Nullable UUID enrollmentId,
    @Nullable String userId,
    int frames,
    int samples,
    int blinks,
    int motionEvents,
    boolean livenessVerified,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String reason) {}
