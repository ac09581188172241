package org.facedesk.protocol;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 200 of the session calls: states, counts and times, never a picture or a template.
 *
 * @param reason wire code of why it ended, absent while it has not
 */
public record SessionState(
    UUID sessionId,
    String sessionType,
    String status,
    @Nullable UUID enrollmentId,
    @Nullable String userId,
    int framesProcessed,
    int samplesCollected,
    int blinksDetected,
    int motionEvents,
    boolean livenessVerified,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant endedAt,
    @Nullable String reason,
    @Nullable String message) {}
