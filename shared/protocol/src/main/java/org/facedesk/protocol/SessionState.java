package org.facedesk.protocol;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 200 of the session calls: states, counts and times, never a picture or a template.
 *
 * @param userId whom it is about, or whom an identification found; then not for strict clients
 * @param userClientId whose id that is, if it is another client's that shares the gallery
 * @param livenessVerified whether proofs of life were asked for and given
 * @param reason wire code of why it ended, absent while it has not
 */
public record SessionState(
    UUID sessionId,
    String sessionType,
    String status,
    @Nullable UUID enrollmentId,
    @Nullable String userId,
    @Nullable String userClientId,
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
