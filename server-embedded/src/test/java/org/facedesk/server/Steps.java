package org.facedesk.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Outcome.Summary;

/** Steps as a session would return them. */
public final class Steps {
  private static final Frame FRAME = new Frame(2, 1, new byte[6], 0);
  private static final LivenessState LIVENESS = new LivenessState(1, 0, 0.25, true, false, true, 4);

  private Steps() {}

  public static Feedback feedback(FakeSession session) {
    Face face =
        new Face(
            0.9,
            new Box(10, 20, 110.04, 140),
            List.of(),
            new Landmarks(new double[3 * Landmarks.COUNT]),
            0.99,
            new Eyes(0.3, 0.3, 0.28, 0.3),
            new HeadPose(1.23, -4, 0),
            new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
    QualityReport quality =
        new QualityReport(
            Map.of(
                QualityComponent.SHARPNESS,
                80,
                QualityComponent.NATURAL_COLOUR,
                QualityReport.NOT_ASSESSED));
    return new Feedback(
        new FrameAnalysis(
            FRAME, 1, face, 0, quality, new ObstacleReport(Map.of(Obstacle.MASK, 0.02))),
        true,
        new QualityVerdict(true, QualityComponent.SHARPNESS, 0.8),
        Guidance.TURN_HEAD,
        LIVENESS,
        false,
        0.5,
        session.frames(),
        2,
        1500,
        session.requirements);
  }

  /** A frame with dark glasses. */
  public static Feedback darkGlasses(FakeSession session) {
    Feedback free = feedback(session);
    FrameAnalysis seen = free.analysis();
    return new Feedback(
        new FrameAnalysis(
            seen.frame(),
            1,
            seen.face(),
            0,
            seen.quality(),
            new ObstacleReport(Map.of(Obstacle.DARK_GLASSES, 0.987654, Obstacle.MASK, 0.01))),
        false,
        free.verdict(),
        Guidance.TAKE_OFF_GLASSES,
        LIVENESS,
        false,
        0.5,
        session.frames(),
        2,
        1500,
        session.requirements,
        session.challenge);
  }

  /** A frame of a session with a challenge. */
  public static Feedback challenged(FakeSession session) {
    Feedback free = feedback(session);
    return new Feedback(
        free.analysis(),
        true,
        free.verdict(),
        Guidance.SHOW_LEFT,
        LIVENESS,
        false,
        0.5,
        session.frames(),
        2,
        1500,
        session.requirements,
        session.challenge);
  }

  public static Feedback noFace(FakeSession session, int faces) {
    return new Feedback(
        new FrameAnalysis(FRAME, faces, null, 0, null),
        false,
        null,
        faces == 0 ? Guidance.NO_FACE : Guidance.ONE_PERSON,
        LIVENESS,
        false,
        0,
        session.frames(),
        0,
        1500,
        session.requirements);
  }

  public static Summary summary(FakeSession session) {
    return new Summary(session.frames(), 3, LIVENESS, true, 1, 0.8, 2500, session.requirements);
  }

  public static Outcome enrolled(FakeSession session, String userId) {
    return new Outcome.Enrolled(
        summary(session),
        session.enrollmentId,
        userId,
        0.81,
        null,
        Instant.parse("2026-11-22T12:00:00Z"));
  }

  public static Outcome refused(FakeSession session, Outcome.Reason reason) {
    return new Outcome.EnrollmentRefused(summary(session), session.enrollmentId, reason);
  }

  public static Outcome authenticated(FakeSession session, String userId) {
    return new Outcome.Authenticated(
        summary(session),
        UUID.randomUUID(),
        userId,
        null,
        0.97,
        Instant.parse("2026-11-22T12:00:00Z"));
  }

  public static Outcome notAuthenticated(FakeSession session) {
    return new Outcome.NotAuthenticated(summary(session), Outcome.Reason.NO_MATCH);
  }

  public static Outcome timedOut(FakeSession session, Outcome.Reason reason) {
    return new Outcome.AuthenticationTimedOut(summary(session), reason);
  }
}
