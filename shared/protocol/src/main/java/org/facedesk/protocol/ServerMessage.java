package org.facedesk.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the station says over the WebSocket; {@code type} names the kind. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = ServerMessage.ConnectionEstablished.class,
      name = "connection_established"),
  @JsonSubTypes.Type(value = ServerMessage.FrameProcessed.class, name = "frame_processed"),
  @JsonSubTypes.Type(value = ServerMessage.FrameRejected.class, name = "frame_rejected"),
  @JsonSubTypes.Type(value = ServerMessage.EnrollmentComplete.class, name = "enrollment_complete"),
  @JsonSubTypes.Type(value = ServerMessage.EnrollmentFailed.class, name = "enrollment_failed"),
  @JsonSubTypes.Type(
      value = ServerMessage.AuthenticationComplete.class,
      name = "authentication_complete"),
  @JsonSubTypes.Type(
      value = ServerMessage.AuthenticationTimeout.class,
      name = "authentication_timeout"),
  @JsonSubTypes.Type(value = ServerMessage.Pong.class, name = "pong"),
  @JsonSubTypes.Type(value = ServerMessage.Problem.class, name = "error")
})
public sealed interface ServerMessage {

  /**
   * First message of a socket.
   *
   * @param timeout seconds until the session gives up
   * @param challenge the first step, in sessions with a challenge
   */
  record ConnectionEstablished(
      String sessionToken,
      String sessionType,
      String status,
      double timeout,
      String message,
      @Nullable ChallengeStep challenge)
      implements ServerMessage {}

  /**
   * A frame was looked at and the session goes on. {@code error} is there exactly when {@code
   * success} is false.
   *
   * @param seq the number the client gave the frame
   * @param targetSamples enrollment only
   * @param minFramesRequired authentication only, like {@code isLive}, {@code elapsedTime}, {@code
   *     timeout} (seconds)
   * @param obstaclesAssessed whether obstacles were looked for at all
   * @param obstaclesNotAssessed which ones this picture said nothing about
   * @param obstacleConfidence of the likeliest obstacle, 0..1; absent when none was looked for
   * @param qualityThreshold what {@code qualityScore} has to reach
   * @param challenge the step that is asked for, in sessions with a challenge
   */
  record FrameProcessed(
      boolean success,
      @Nullable String error,
      @Nullable Long seq,
      int framesProcessed,
      @Nullable Integer targetSamples,
      int samplesCollected,
      @Nullable Integer minFramesRequired,
      @Nullable Boolean isLive,
      @Nullable Double elapsedTime,
      @Nullable Double timeout,
      boolean livenessVerified,
      double livenessScore,
      int blinksDetected,
      int blinksRequired,
      boolean blinksOk,
      double motionScore,
      int motionEvents,
      int motionRequired,
      boolean motionOk,
      boolean noObstacles,
      List<String> obstacles,
      boolean obstaclesAssessed,
      List<String> obstaclesNotAssessed,
      @Nullable Double obstacleConfidence,
      @Nullable Double qualityScore,
      @Nullable Double qualityThreshold,
      String message,
      VisualData visualData,
      @Nullable ChallengeStep challenge)
      implements ServerMessage {}

  /**
   * A frame was refused for something in front of the face. It counts, and is not a sample.
   *
   * @param reason {@code obstacle_detected}
   * @param obstacles the surest first
   * @param obstacleConfidence of the surest one, 0..1
   * @param challenge the step that is asked for, in sessions with a challenge
   */
  record FrameRejected(
      boolean success,
      String error,
      String reason,
      List<String> obstacles,
      double obstacleConfidence,
      boolean frameAccepted,
      @Nullable Long seq,
      int framesProcessed,
      String message,
      @Nullable ChallengeStep challenge)
      implements ServerMessage {}

  /** A person was enrolled. */
  record EnrollmentComplete(
      boolean success,
      UUID enrollmentId,
      int framesProcessed,
      boolean livenessVerified,
      int blinksDetected,
      boolean motionVerified,
      double qualityScore,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Double similarityWithOldPhoto,
      SealedResult encryptedData,
      String message,
      @Nullable VisualData visualData)
      implements ServerMessage {}

  /** An enrollment came to nothing. */
  record EnrollmentFailed(
      boolean success,
      String error,
      String errorCode,
      String message,
      String reason,
      int framesProcessed,
      int blinksDetected,
      int blinksRequired,
      int motionEvents,
      int motionRequired)
      implements ServerMessage {}

  /**
   * An authentication was decided. On refusal without {@code userId}, {@code confidence}, {@code
   * encryptedData}.
   *
   * @param userClientId whose id that is, if it is another client's that shares the gallery
   */
  record AuthenticationComplete(
      boolean success,
      boolean authenticated,
      @Nullable String userId,
      @Nullable String userClientId,
      @Nullable Double confidence,
      int framesProcessed,
      int blinksDetected,
      boolean motionVerified,
      @Nullable SealedResult encryptedData,
      @Nullable String reason,
      String message)
      implements ServerMessage {}

  /** An authentication used up its time or its frames. */
  record AuthenticationTimeout(
      boolean success,
      boolean timeout,
      double elapsedTime,
      boolean isLive,
      double livenessScore,
      int blinkCount,
      String reason,
      String message)
      implements ServerMessage {}

  /** Answer to a ping. */
  record Pong() implements ServerMessage {}

  /**
   * Something was refused; whether the session goes on shows in whether the socket stays open.
   *
   * @param error one sentence
   * @param code like an HTTP status
   * @param reason name of an {@link org.facedesk.core.ErrorCode}
   * @param seq the number the client gave the frame this is about, if it is about one
   */
  record Problem(String error, int code, String reason, String correlationId, @Nullable Long seq)
      implements ServerMessage {}
}
