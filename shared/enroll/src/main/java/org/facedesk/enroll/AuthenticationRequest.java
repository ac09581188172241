package org.facedesk.enroll;

import org.jspecify.annotations.Nullable;

/**
 * @param userId whom to verify; null to identify
 * @param channel webcam, mobile or api
 * @param requireLiveness false is honoured only where the policy permits it
 * @param minFrames at least 3; null for the policy's
 * @param requiredBlinks null for 1
 */
public record AuthenticationRequest(
    @Nullable String userId,
    String channel,
    boolean requireLiveness,
    @Nullable Integer minFrames,
    @Nullable Integer requiredBlinks,
    String source) {}
