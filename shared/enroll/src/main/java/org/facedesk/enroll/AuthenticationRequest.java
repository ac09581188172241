package org.facedesk.enroll;

import org.jspecify.annotations.Nullable;

/**
 * @param userId whom to verify; null to identify
 * @param channel webcam, mobile or api
 * @param requireLiveness false is honoured only where the policy permits it
 * @param minFrames at least 3; null for the policy's
 * @param requiredBlinks null for 1
 * @param challenge whether the client wants a challenge as well and can show it
 * @param operator who checks at the desk, as the audit trail names them; null for everyone else
 */
public record AuthenticationRequest(
    @Nullable String userId,
    String channel,
    boolean requireLiveness,
    @Nullable Integer minFrames,
    @Nullable Integer requiredBlinks,
    String source,
    boolean challenge,
    @Nullable String operator) {

  /** A remote client's. */
  public AuthenticationRequest(
      @Nullable String userId,
      String channel,
      boolean requireLiveness,
      @Nullable Integer minFrames,
      @Nullable Integer requiredBlinks,
      String source,
      boolean challenge) {
    this(userId, channel, requireLiveness, minFrames, requiredBlinks, source, challenge, null);
  }

  /** Without a challenge. */
  public AuthenticationRequest(
      @Nullable String userId,
      String channel,
      boolean requireLiveness,
      @Nullable Integer minFrames,
      @Nullable Integer requiredBlinks,
      String source) {
    this(userId, channel, requireLiveness, minFrames, requiredBlinks, source, false);
  }
}
