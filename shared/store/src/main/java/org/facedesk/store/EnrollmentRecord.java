package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to enroll a person.
 *
 * @param status {@code pending}, {@code completed}, {@code failed}, {@code cancelled} or {@code
 *     expired}
 * @param quality worst gating component of the samples kept, 0..1
 * @param source where the frames came from: {@code remote}, {@code camera}, {@code practice} or
 *     {@code replay}
 */
public record EnrollmentRecord(
    UUID id,
    UUID client,
    UUID user,
    UUID session,
    String status,
    @Nullable Double quality,
    int frames,
    int blinks,
    int motionEvents,
    String source,
    Instant createdAt,
    @Nullable Instant completedAt) {}
