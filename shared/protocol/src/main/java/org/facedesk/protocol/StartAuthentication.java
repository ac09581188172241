package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/auth/authentication/}.
 *
 * @param userId whom to verify; absent or null: find out who it is
 * @param requireLiveness default true
 */
public record StartAuthentication(
    @Field(
            value =
                "Your own name for the person, 1 to 100 characters; absent or null: find out who it is.",
            min = 1,
            max = 100,
            pattern = Wire.NAME,
            example = "\"employee-17\"")
        @Nullable String userId,
    @Field(
            value = "Default webcam.",
            oneOf = {"webcam", "mobile", "api"})
        @Nullable String sessionType,
    @Field("Default true; false counts only where the station's policy permits it.")
        @Nullable Boolean requireLiveness,
    @Nullable Metadata metadata) {

  /** What the client would like; it can only be stricter than the station's policy. */
  public record Metadata(
      @Field(min = 0, max = 120) @Nullable Integer minFramesRequired,
      @Field(min = 0, max = 10) @Nullable Integer requiredBlinks,
      @Nullable LivenessOffer liveness) {
    public static final Metadata NONE = new Metadata(null, null, null);
  }

  public Metadata wishes() {
    return metadata == null ? Metadata.NONE : metadata;
  }
}
