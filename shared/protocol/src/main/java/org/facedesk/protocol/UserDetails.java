package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A user, as their client is told about them.
 *
 * @param similarityWithOldPhoto calibrated probability that the enrolled face is the old photo's,
 *     0..1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record UserDetails(
    UUID id,
    String externalUserId,
    @Field(json = "object") JsonNode profile,
    @Field(json = "object") JsonNode metadata,
    boolean isActive,
    boolean faceAuthEnabled,
    @Field("Whether there is a template to authenticate against.") boolean isEnrolled,
    @Nullable Instant enrollmentCompletedAt,
    @Field(
            value =
                "How similar the enrolled face is to the old photo, 0 to 1; null without a photo or before an enrollment.",
            min = 0,
            max = 1)
        @Nullable Double similarityWithOldPhoto,
    @Field("Where the old photo is; answers to your credentials only.")
        @Nullable String oldProfilePhotoUrl,
    @Nullable String profileImageUrl,
    Instant createdAt,
    Instant updatedAt) {

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "UserDetails[" + id + "]";
  }
}
