package org.facedesk.enroll;

import java.time.Instant;
import java.util.UUID;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * A session that was just created.
 *
 * @param token the credential of the session, shown only here
 * @param enrollmentId null for an authentication
 * @param livenessForced whether the client asked for no liveness and did not get it
 */
public record SessionTicket(
    UUID sessionId,
    String token,
    SessionType type,
    @Nullable UUID enrollmentId,
    SessionStatus status,
    Requirements requirements,
    Instant expiresAt,
    boolean livenessForced) {}
