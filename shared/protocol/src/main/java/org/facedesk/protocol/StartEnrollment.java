package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Body of {@code POST /api/auth/enrollment/}. */
public record StartEnrollment(
    @Nullable String userId, @Nullable String sessionType, @Nullable Metadata metadata) {

  /**
   * What the client would like; it can only be stricter than the station's policy.
   *
   * @param deviceInfo anything; not interpreted
   */
  public record Metadata(
      @Nullable Integer targetSamples,
      @Nullable Integer requiredBlinks,
      @Nullable Integer requiredMotionEvents,
      @Nullable JsonNode deviceInfo,
      @Nullable LivenessOffer liveness) {
    public static final Metadata NONE = new Metadata(null, null, null, null, null);
  }

  public Metadata wishes() {
    return metadata == null ? Metadata.NONE : metadata;
  }
}
