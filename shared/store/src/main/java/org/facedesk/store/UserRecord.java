package org.facedesk.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as one client knows them.
 *
 * @param externalId the client's own name for the person, 1 to 100 characters, unique within the
 *     client
 * @param profile JSON object text, sealed at rest by the store in context {@code "user:" + id}
 * @param metadata JSON object text, sealed like the profile
 * @param enrolledAt when the present template was completed
 */
public record UserRecord(
    UUID id,
    UUID client,
    String externalId,
    String profile,
    String metadata,
    boolean faceAuthEnabled,
    boolean active,
    @Nullable Instant enrolledAt,
    Instant createdAt,
    Instant updatedAt) {

  public UserRecord withProfile(String changed) {
    return new UserRecord(
        id,
        client,
        externalId,
        changed,
        metadata,
        faceAuthEnabled,
        active,
        enrolledAt,
        createdAt,
        updatedAt);
  }
}
