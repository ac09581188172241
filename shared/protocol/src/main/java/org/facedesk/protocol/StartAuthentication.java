package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/auth/authentication/}.
 *
 * @param userId whom to verify; absent or null: find out who it is
 * @param requireLiveness default true
 */
public record StartAuthentication(
    @Nullable String userId,
    @Nullable String sessionType,
    @Nullable Boolean requireLiveness,
    @Nullable Metadata metadata) {

  /** What the client would like; it can only be stricter than the station's policy. */
  public record Metadata(
      @Nullable Integer minFramesRequired,
      @Nullable Integer requiredBlinks,
      @Nullable LivenessOffer liveness) {
    public static final Metadata NONE = new Metadata(null, null, null);
  }

  public Metadata wishes() {
    return metadata == null ? Metadata.NONE : metadata;
  }
}
