package org.facedesk.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the station is doing.
 *
 * @param openSessions sessions that are not over; absent while the store is away
 */
public record StationStatus(
    @Field(oneOf = {"operational", "degraded"}) String status,
    long uptimeSeconds,
    @Nullable Integer openSessions,
    Instant time) {}
