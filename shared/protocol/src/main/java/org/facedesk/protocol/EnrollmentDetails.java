package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrollment, as its client is told about it.
 *
 * @param userId the client's own name for the person
 * @param qualityScore worst of the pictures kept, 0..1; null unless completed
 * @param source where the frames came from
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EnrollmentDetails(
    UUID id,
    @Field("Your own name for the person.") String userId,
    @Field(oneOf = {"pending", "completed", "failed", "cancelled", "expired"}) String status,
    @Nullable Double qualityScore,
    int framesProcessed,
    int blinksDetected,
    int motionEvents,
    @Field(oneOf = {"remote", "camera", "practice", "replay"}) String source,
    Instant createdAt,
    @Nullable Instant completedAt) {}
