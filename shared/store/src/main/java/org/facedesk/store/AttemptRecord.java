package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One authentication that came to a decision.
 *
 * @param user whom it was about or whom it found; null for unknown
 * @param outcome wire code of the decision: {@code authenticated}, {@code no_match}, {@code
 *     unknown}, {@code not_live}, {@code timeout}
 */
public record AttemptRecord(
    UUID id,
    UUID client,
    UUID session,
    SessionType type,
    @Nullable UUID user,
    String outcome,
    @Nullable Double distance,
    @Nullable Double confidence,
    Instant at) {}
