package org.facedesk.protocol;

import java.util.Map;

/**
 * Whether the station can work.
 *
 * @param status healthy or unhealthy
 * @param checks {@code ok} or {@code unavailable} for each part
 */
public record StationHealth(
    @Field(oneOf = {"healthy", "unhealthy"}) String status, Map<String, String> checks) {}
