package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Body of {@code POST /api/auth/enrollment/}. */
public record StartEnrollment(
    @Field(
            value = "Your own name for the person, 1 to 100 characters.",
            required = true,
            min = 1,
            max = 100,
            pattern = Wire.NAME,
            example = "\"employee-17\"")
        @Nullable String userId,
    @Field(
            value = "Default webcam.",
            oneOf = {"webcam", "mobile", "api"})
        @Nullable String sessionType,
    @Nullable Metadata metadata) {

  /**
   * What the client would like; it can only be stricter than the station's policy.
   *
   * @param deviceInfo anything; not interpreted
   */
  public record Metadata(
      @Field(
              value = "3 to 20; less than the station asks for is raised to that.",
              min = 0,
              max = 20)
          @Nullable Integer targetSamples,
      @Field(min = 0, max = 10) @Nullable Integer requiredBlinks,
      @Field(min = 0, max = 10) @Nullable Integer requiredMotionEvents,
      @Field("Anything; not interpreted.") @Nullable JsonNode deviceInfo,
      @Nullable LivenessOffer liveness) {
    public static final Metadata NONE = new Metadata(null, null, null, null, null);
  }

  public Metadata wishes() {
    return metadata == null ? Metadata.NONE : metadata;
  }
}
