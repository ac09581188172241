package org.facedesk.enroll;

import org.jspecify.annotations.Nullable;

/**
 * @param userId the client's name for the person, 1 to 100 characters; unknown people are created
 * @param channel webcam, mobile or api
 * @param targetSamples 3 to 20, null for the policy's
 * @param requiredBlinks null for the policy's; a smaller number than that is raised to it
 * @param requiredMotionEvents like requiredBlinks
 * @param source where the frames will come from: remote, camera, practice or replay
 * @param challenge whether the client wants a challenge as well and can show it
 * @param desk what only the desk may ask for; null for everyone else
 */
public record EnrollmentRequest(
    String userId,
    String channel,
    @Nullable Integer targetSamples,
    @Nullable Integer requiredBlinks,
    @Nullable Integer requiredMotionEvents,
    String source,
    boolean challenge,
    @Nullable DeskTerms desk) {

  /** A remote client's. */
  public EnrollmentRequest(
      String userId,
      String channel,
      @Nullable Integer targetSamples,
      @Nullable Integer requiredBlinks,
      @Nullable Integer requiredMotionEvents,
      String source,
      boolean challenge) {
    this(
        userId,
        channel,
        targetSamples,
        requiredBlinks,
        requiredMotionEvents,
        source,
        challenge,
        null);
  }

  /** Without a challenge. */
  public EnrollmentRequest(
      String userId,
      String channel,
      @Nullable Integer targetSamples,
      @Nullable Integer requiredBlinks,
      @Nullable Integer requiredMotionEvents,
      String source) {
    this(userId, channel, targetSamples, requiredBlinks, requiredMotionEvents, source, false);
  }
}
