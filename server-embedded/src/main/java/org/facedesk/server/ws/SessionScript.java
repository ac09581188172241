package org.facedesk.server.ws;

import java.util.List;
import java.util.Locale;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Outcome.Summary;
import org.facedesk.enroll.Pending;
import org.facedesk.enroll.Step;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.protocol.ResultPayload;
import org.facedesk.protocol.SealedResult;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.protocol.VisualData;
import org.facedesk.server.security.ResultSealing;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionType;
import org.jspecify.annotations.Nullable;

/**
 * Puts the steps of one session into the protocol's words. Remembers the newest picture's visual
 * data for the final message. Used by one thread at a time.
 */
public final class SessionScript {
  private final ResultSealing sealing;
  private final ClientRecord client;
  private final String token;
  private final SessionType type;
  private final double timeoutSeconds;
  private final double qualityThreshold;
  private volatile @Nullable VisualData newest;

  /**
   * @param timeoutSeconds how long the session had when it was opened
   * @param qualityThreshold what a frame's quality score has to reach, 0..1
   */
  public SessionScript(
      ResultSealing sealing,
      ClientRecord client,
      String token,
      SessionType type,
      double timeoutSeconds,
      double qualityThreshold) {
    this.sealing = sealing;
    this.client = client;
    this.token = token;
    this.type = type;
    this.timeoutSeconds = timeoutSeconds;
    this.qualityThreshold = qualityThreshold;
  }

  static SessionScript of(
      SocketContext context, ClientRecord client, String token, LiveSession live) {
    return new SessionScript(
        context.sealing(),
        client,
        token,
        live.type(),
        Math.round(live.remainingMillis() / 100.0) / 10.0,
        context.qualityThreshold().getAsDouble());
  }

  /** A message, and the close code after it; null while the session goes on. */
  public record Line(ServerMessage message, @Nullable CloseCode close) {}

  /**
   * @param challenge the first step, or null
   */
  public ServerMessage greeting(@Nullable ChallengeState challenge) {
    return new ServerMessage.ConnectionEstablished(
        token,
        type.wireName(),
        "processing",
        timeoutSeconds,
        type == SessionType.ENROLLMENT
            ? "Connected. Send frames to enroll."
            : "Connected. Send frames to authenticate.",
        Visuals.challenge(challenge));
  }

  /**
   * @param seq the client's number for the frame that led here, or null
   */
  public Line line(Step step, @Nullable Long seq) {
    return switch (step) {
      case Feedback feedback ->
          new Line(
              feedback.obstacles().isEmpty()
                  ? frameProcessed(feedback, seq)
                  : frameRejected(feedback, seq),
              null);
      case Pending pending ->
          throw new IllegalStateException("only the desk's sessions wait for someone's word");
      case Outcome.Enrolled enrolled -> new Line(complete(enrolled), CloseCode.DONE);
      case Outcome.EnrollmentRefused refused ->
          new Line(failed(refused.summary(), refused.reason()), closeCode(refused.reason()));
      case Outcome.Authenticated authenticated -> new Line(complete(authenticated), CloseCode.DONE);
      case Outcome.NotAuthenticated refused -> new Line(refused(refused), CloseCode.DONE);
      case Outcome.AuthenticationTimedOut late ->
          new Line(timedOut(late.summary(), late.reason()), closeCode(late.reason()));
      case Outcome.Ended ended ->
          new Line(
              type == SessionType.ENROLLMENT
                  ? failed(ended.summary(), ended.reason())
                  : timedOut(ended.summary(), ended.reason()),
              closeCode(ended.reason()));
    };
  }

  private ServerMessage frameProcessed(Feedback feedback, @Nullable Long seq) {
    Requirements asked = feedback.requirements();
    int blinks = feedback.liveness().blinks();
    int motions = feedback.liveness().motionEvents();
    boolean authentication = type != SessionType.ENROLLMENT;
    ObstacleReport obstacles = feedback.analysis().obstacles();
    VisualData visual = Visuals.of(feedback);
    newest = visual;
    return new ServerMessage.FrameProcessed(
        feedback.accepted(),
        feedback.accepted() ? null : fault(feedback),
        seq,
        feedback.frames(),
        authentication ? null : asked.samples(),
        feedback.samples(),
        authentication ? asked.minFrames() : null,
        authentication ? feedback.livenessVerified() : null,
        authentication ? seconds(feedback.elapsedMillis()) : null,
        authentication ? timeoutSeconds : null,
        feedback.livenessVerified(),
        Visuals.rounded(feedback.livenessScore()),
        blinks,
        asked.blinks(),
        blinks >= asked.blinks(),
        Visuals.rounded(feedback.liveness().motionScore()),
        motions,
        asked.motionEvents(),
        motions >= asked.motionEvents(),
        true, // with an obstacle it would have been a frame_rejected
        List.of(),
        obstacles.assessed(),
        obstacles.notAssessed().stream().map(Obstacle::wireName).toList(),
        obstacles.assessed() ? Visuals.rounded(obstacles.strongest()) : null,
        feedback.verdict() == null ? null : Visuals.rounded(feedback.verdict().score()),
        qualityThreshold,
        feedback.guidance().sentence(),
        visual,
        Visuals.challenge(feedback.challenge()));
  }

  private ServerMessage frameRejected(Feedback feedback, @Nullable Long seq) {
    newest = Visuals.of(feedback);
    return new ServerMessage.FrameRejected(
        false,
        "Something is in front of the face.",
        "obstacle_detected",
        feedback.obstacles().stream().map(Obstacle::wireName).toList(),
        Visuals.rounded(feedback.analysis().obstacles().strongest()),
        false,
        seq,
        feedback.frames(),
        feedback.guidance().sentence(),
        Visuals.challenge(feedback.challenge()));
  }

  private static String fault(Feedback feedback) {
    int faces = feedback.analysis().faces();
    if (faces > 1) {
      return "More than one face was found.";
    }
    return feedback.analysis().face() == null
        ? "No face was found."
        : feedback.guidance().sentence();
  }

  private ServerMessage complete(Outcome.Enrolled enrolled) {
    Summary summary = enrolled.summary();
    return new ServerMessage.EnrollmentComplete(
        true,
        enrolled.enrollmentId(),
        summary.frames(),
        summary.livenessVerified(),
        summary.liveness().blinks(),
        motionVerified(summary),
        Visuals.rounded(enrolled.quality()),
        enrolled.similarityWithOldPhoto(),
        seal(
            new ResultPayload(
                enrolled.userId(),
                enrolled.at(),
                type.wireName(),
                token,
                null,
                enrolled.userId(),
                null,
                enrolled.enrollmentId())),
        "The person is enrolled.",
        newest);
  }

  private ServerMessage complete(Outcome.Authenticated authenticated) {
    Summary summary = authenticated.summary();
    double confidence = Visuals.rounded(authenticated.confidence());
    return new ServerMessage.AuthenticationComplete(
        true,
        true,
        client.strict() ? null : authenticated.userId(),
        client.strict() ? null : authenticated.otherClient(),
        client.strict() ? null : confidence,
        summary.frames(),
        summary.liveness().blinks(),
        motionVerified(summary),
        seal(
            new ResultPayload(
                authenticated.userId(),
                authenticated.at(),
                type.wireName(),
                token,
                confidence,
                authenticated.userId(),
                authenticated.otherClient(),
                null)),
        null,
        "The person is authenticated.");
  }

  private static ServerMessage refused(Outcome.NotAuthenticated refused) {
    Summary summary = refused.summary();
    return new ServerMessage.AuthenticationComplete(
        false,
        false,
        null,
        null,
        null,
        summary.frames(),
        summary.liveness().blinks(),
        motionVerified(summary),
        null,
        wire(refused.reason()),
        refused.reason().message());
  }

  private static ServerMessage failed(Summary summary, Outcome.Reason reason) {
    return new ServerMessage.EnrollmentFailed(
        false,
        reason.message(),
        reason == Outcome.Reason.DUPLICATE_FACE ? "DUPLICATE_FACE_DETECTED" : reason.name(),
        reason.message(),
        wire(reason),
        summary.frames(),
        summary.liveness().blinks(),
        summary.requirements().blinks(),
        summary.liveness().motionEvents(),
        summary.requirements().motionEvents());
  }

  private static ServerMessage timedOut(Summary summary, Outcome.Reason reason) {
    return new ServerMessage.AuthenticationTimeout(
        false,
        true,
        seconds(summary.elapsedMillis()),
        summary.livenessVerified(),
        Visuals.rounded(summary.livenessScore()),
        summary.liveness().blinks(),
        wire(reason),
        reason.message());
  }

  private SealedResult seal(ResultPayload payload) {
    return sealing.seal(client, payload);
  }

  private static CloseCode closeCode(Outcome.Reason reason) {
    return switch (reason) {
      case DUPLICATE_FACE -> CloseCode.DUPLICATE_FACE;
      case TIMEOUT, EXPIRED -> CloseCode.EXPIRED;
      // these two end a session only when it has used up its frames
      case LIVENESS_NOT_PROVEN, NOT_ENOUGH_SAMPLES -> CloseCode.LIMITS;
      case REPLAY_DETECTED,
          CHALLENGE_FAILED,
          PERSON_CHANGED,
          NO_MATCH,
          UNKNOWN_PERSON,
          USER_LOCKED,
          CANCELLED ->
          CloseCode.GENERIC;
    };
  }

  private static boolean motionVerified(Summary summary) {
    return summary.liveness().motionEvents() >= Math.max(1, summary.requirements().motionEvents());
  }

  private static String wire(Outcome.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static double seconds(long millis) {
    return millis / 1000.0;
  }
}
