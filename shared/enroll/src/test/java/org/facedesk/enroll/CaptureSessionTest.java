package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.enroll.ScriptedAnalyzer.faces;
import static org.facedesk.enroll.ScriptedAnalyzer.hidden;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.Liveness;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.liveness.Rotation;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaptureSessionTest {
  private static final CaptureLimits LIMITS = new CaptureLimits(40, Duration.ofMillis(300), 0.45);

  /** Blinks at its 10th frame, turns at its 15th, needs five frames to see variation. */
  static final class ScriptedLiveness implements Liveness {
    private int frames;
    private int blinks;
    private int motions;

    @Override
    public LivenessState accept(FrameAnalysis analysis) {
      frames++;
      blinks = frames >= 10 ? 1 : 0;
      motions = frames >= 15 ? 1 : 0;
      boolean gone = analysis.faces() == 0;
      return new LivenessState(blinks, motions, motions, frames > 5, false, !gone, frames);
    }
  }

  /** Good from a quality of 50 on. */
  static final class Judge implements SampleJudge {
    @Override
    public QualityVerdict judge(QualityReport report) {
      int score = report.score(QualityComponent.SHARPNESS);
      return new QualityVerdict(score >= 50, QualityComponent.SHARPNESS, score / 100.0);
    }

    @Override
    public Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
      if (verdict != null) {
        return Guidance.HOLD_STILL;
      }
      return analysis.faces() == 0 ? Guidance.NO_FACE : Guidance.ONE_PERSON;
    }
  }

  private static CaptureSession session(LivenessRule rule) {
    return new CaptureSession(
        new ScriptedAnalyzer(),
        ScriptedLiveness::new,
        new Judge(),
        new Requirements(3, 3, 1, 1, rule),
        LIMITS,
        0);
  }

  private final CaptureSession enrollment = session(LivenessRule.BLINK_AND_MOTION);

  @Test
  void anEnrollmentIsCapturedWhenBlinkMotionAndSamplesAreThere() {
    Capture last = null;
    int used = 0;
    while (!(last instanceof Capture.Captured) && used < 40) {
      last = enrollment.accept(person(1, 80, 100L * used++));
    }

    assertThat(used).isEqualTo(15);
    assertThat(last)
        .isInstanceOfSatisfying(
            Capture.Captured.class,
            captured -> {
              assertThat(captured.samples()).hasSize(3);
              assertThat(captured.probe().samples()).isEqualTo(3);
              assertThat(captured.quality()).isEqualTo(0.8);
              assertThat(captured.summary().livenessVerified()).isTrue();
            });
  }

  @Test
  void anAuthenticationNeedsOnlyOneOfBlinkAndMotion() {
    CaptureSession authentication = session(LivenessRule.BLINK_OR_MOTION);
    Capture last = null;
    int used = 0;
    while (!(last instanceof Capture.Captured) && used < 40) {
      last = authentication.accept(person(1, 80, 100L * used++));
    }

    assertThat(used).isEqualTo(10);
  }

  @Test
  void whoseFramesComeTooSeldomIsToldSoInsteadOfBeingAskedInVain() {
    assertThat(advice(enrollment, 0)).isEqualTo(Guidance.BLINK);
    assertThat(advice(enrollment, 700)).as("one late frame").isEqualTo(Guidance.BLINK);
    assertThat(advice(enrollment, 1400)).isEqualTo(Guidance.MORE_PICTURES);
    assertThat(advice(enrollment, 1500)).isEqualTo(Guidance.MORE_PICTURES);
    for (int frame = 0; frame < 8; frame++) {
      enrollment.accept(person(1, 80, 1600 + 100L * frame));
    }
    assertThat(advice(enrollment, 2400)).isNotEqualTo(Guidance.MORE_PICTURES);
  }

  private static Guidance advice(CaptureSession session, long millis) {
    Capture.Going going = (Capture.Going) session.accept(person(1, 80, millis));
    return going.feedback().guidance();
  }

  @Test
  void whereNoProofOfLifeIsAskedForNoneIsClaimed() {
    CaptureSession waived = session(LivenessRule.NONE);
    Capture last = null;
    for (int used = 0; !(last instanceof Capture.Captured) && used < 40; used++) {
      last = waived.accept(person(1, 80, 100L * used));
    }

    assertThat(last)
        .isInstanceOfSatisfying(
            Capture.Captured.class,
            captured -> assertThat(captured.summary().livenessVerified()).isFalse());
  }

  @Test
  void poorFramesNeverBecomeSamples() {
    Capture last = play(person(1, 30, 0), 40);

    assertThat(last)
        .isInstanceOfSatisfying(
            Capture.GaveUp.class,
            gaveUp -> assertThat(gaveUp.reason()).isEqualTo(Outcome.Reason.NOT_ENOUGH_SAMPLES));
    assertThat(enrollment.samples()).isZero();
  }

  @Test
  void withoutProofOfLifeTheFramesAreUsedUp() {
    CaptureSession still =
        new CaptureSession(
            new ScriptedAnalyzer(),
            () -> analysis -> new LivenessState(0, 0, 0, true, false, true, 1),
            new Judge(),
            new Requirements(3, 3, 1, 1, LivenessRule.BLINK_OR_MOTION),
            LIMITS,
            0);
    Capture last = null;
    for (int i = 0; i < 40; i++) {
      last = still.accept(person(1, 90, 100L * i));
    }

    assertThat(last)
        .isInstanceOfSatisfying(
            Capture.GaveUp.class,
            gaveUp -> assertThat(gaveUp.reason()).isEqualTo(Outcome.Reason.LIVENESS_NOT_PROVEN));
  }

  @Test
  void repeatedPicturesAreRefusedAtOnce() {
    CaptureSession replayed =
        new CaptureSession(
            new ScriptedAnalyzer(),
            () -> analysis -> new LivenessState(1, 1, 1, true, true, true, 1),
            new Judge(),
            new Requirements(3, 3, 1, 1, LivenessRule.BLINK_AND_MOTION),
            LIMITS,
            0);

    assertThat(replayed.accept(person(1, 90, 0)))
        .isInstanceOfSatisfying(
            Capture.GaveUp.class,
            gaveUp -> assertThat(gaveUp.reason()).isEqualTo(Outcome.Reason.REPLAY_DETECTED));
  }

  @Test
  void framesOfAnInterruptedSessionStayCounted() {
    CaptureSession resumed =
        new CaptureSession(
            new ScriptedAnalyzer(),
            ScriptedLiveness::new,
            new Judge(),
            new Requirements(3, 3, 1, 1, LivenessRule.BLINK_AND_MOTION),
            LIMITS,
            39);

    assertThat(resumed.accept(person(1, 90, 0))).isInstanceOf(Capture.GaveUp.class);
  }

  @Nested
  class WhenTheFaceIsLost {
    @Test
    void provenLifeAndSamplesAreLostWithIt() {
      for (int i = 0; i < 12; i++) {
        enrollment.accept(person(1, 80, 100L * i));
      }
      assertThat(enrollment.samples()).isEqualTo(3);
      assertThat(enrollment.liveness().blinks()).isEqualTo(1);

      enrollment.accept(faces(0, 1200));

      assertThat(enrollment.samples()).isZero();
      assertThat(enrollment.liveness()).isEqualTo(LivenessState.START);
    }
  }

  @Nested
  class WhenAnotherPersonTakesThePlace {
    @Test
    void theirFramesAreNotMixedWithTheFirstOnes() {
      for (int i = 0; i < 12; i++) {
        enrollment.accept(person(1, 80, 100L * i));
      }
      Capture last = null;
      for (int i = 12; i < 40 && !(last instanceof Capture.Captured); i++) {
        last = enrollment.accept(person(2, 80, 100L * i));
      }

      assertThat(last)
          .isInstanceOfSatisfying(
              Capture.Captured.class,
              captured ->
                  assertThat(captured.samples())
                      .allSatisfy(
                          sample -> assertThat(sample.frame().bgr()[1]).isEqualTo((byte) 2)));
    }
  }

  @Nested
  class Guiding {
    @Test
    void asksForTheBlinkFirstThenForTheTurn() {
      assertThat(guidance(person(1, 80, 0))).isEqualTo(Guidance.BLINK);
      for (int i = 1; i < 10; i++) {
        enrollment.accept(person(1, 80, 100L * i));
      }
      assertThat(guidance(person(1, 80, 1000))).isEqualTo(Guidance.TURN_HEAD);
    }

    @Test
    void saysWhatIsWrongWithAPoorPicture() {
      assertThat(guidance(person(1, 20, 0))).isEqualTo(Guidance.HOLD_STILL);
    }

    @Test
    void seesThatNobodyOrMoreThanOneIsThere() {
      assertThat(guidance(faces(0, 0))).isEqualTo(Guidance.NO_FACE);
      assertThat(guidance(faces(2, 100))).isEqualTo(Guidance.ONE_PERSON);
    }

    private Guidance guidance(Frame frame) {
      return ((Capture.Going) enrollment.accept(frame)).feedback().guidance();
    }
  }

  @Nested
  class WithSomethingInFrontOfTheFace {
    @Test
    void framesCountAndAreNeverKept() {
      Capture last = play(hidden(1, 90, 0), 39);

      assertThat(enrollment.samples()).isZero();
      assertThat(enrollment.frames()).isEqualTo(39);
      assertThat(last)
          .isInstanceOfSatisfying(
              Capture.Going.class,
              going -> {
                assertThat(going.feedback().accepted()).isFalse();
                assertThat(going.feedback().obstacles()).containsExactly(Obstacle.DARK_GLASSES);
                assertThat(going.feedback().guidance()).isEqualTo(Guidance.TAKE_OFF_GLASSES);
              });
    }

    @Test
    void theCaptureGoesOnOnceItIsGone() {
      for (int i = 0; i < 16; i++) {
        enrollment.accept(hidden(1, 90, 100L * i));
      }
      Capture last = null;
      for (int i = 16; i < 40 && !(last instanceof Capture.Captured); i++) {
        last = enrollment.accept(person(1, 90, 100L * i));
      }
      assertThat(last)
          .isInstanceOfSatisfying(
              Capture.Captured.class,
              captured ->
                  assertThat(captured.samples())
                      .allSatisfy(sample -> assertThat(sample.frame().width()).isEqualTo(1)));
    }
  }

  @Nested
  class WithAChallenge {
    private @Nullable Rotation rotation;

    private final CaptureSession challenged =
        new CaptureSession(
            new ScriptedAnalyzer(),
            () -> new Moving(new ScriptedLiveness()),
            new Judge(),
            new Requirements(3, 3, 1, 1, LivenessRule.BLINK_OR_MOTION, true),
            new CaptureLimits(200, Duration.ofMillis(300), 0.45),
            0,
            new Random(3));

    /** Turns when the test says so. */
    private final class Moving implements Liveness {
      private final Liveness gates;

      Moving(Liveness gates) {
        this.gates = gates;
      }

      @Override
      public LivenessState accept(FrameAnalysis analysis) {
        return gates.accept(analysis);
      }

      @Override
      public @Nullable Rotation newestRotation() {
        return rotation;
      }
    }

    private ChallengeState step() {
      return Objects.requireNonNull(challenged.challenge());
    }

    @Test
    void theCaptureWaitsForItsLastStep() {
      Capture last = null;
      int used = 0;
      while (used < 100 && !(last instanceof Capture.Captured)) {
        last = challenged.accept(person(1, 80, 100L * used++));
        if (used % 20 == 0) {
          assertThat(challenged.livenessVerified()).isFalse();
          rotation = answer(step().action(), 100L * used);
        }
      }
      assertThat(used).isEqualTo(41);
      assertThat(last).isInstanceOf(Capture.Captured.class);
    }

    @Test
    void whatIsAskedForIsSaidInWords() {
      Feedback feedback = ((Capture.Going) challenged.accept(person(1, 80, 0))).feedback();
      assertThat(feedback.guidance().name())
          .isEqualTo(
              switch (step().action()) {
                case TURN_LEFT -> "SHOW_LEFT";
                case TURN_RIGHT -> "SHOW_RIGHT";
                case LOOK_UP -> "SHOW_UP";
              });
      assertThat(feedback.challenge()).isEqualTo(step());
      assertThat(feedback.livenessScore()).isLessThan(0.5);
    }

    @Test
    void noAnswerInTimeEndsTheSession() {
      Capture last = null;
      for (int i = 0; i < 70 && !(last instanceof Capture.GaveUp); i++) {
        last = challenged.accept(person(1, 80, 100L * i));
      }
      assertThat(last)
          .isInstanceOfSatisfying(
              Capture.GaveUp.class,
              gaveUp -> assertThat(gaveUp.reason()).isEqualTo(Outcome.Reason.CHALLENGE_FAILED));
    }

    private static Rotation answer(ChallengeAction action, long startMillis) {
      return switch (action) {
        case TURN_LEFT -> new Rotation(-15, 0, startMillis);
        case TURN_RIGHT -> new Rotation(15, 0, startMillis);
        case LOOK_UP -> new Rotation(0, -15, startMillis);
      };
    }
  }

  private Capture play(Frame frame, int times) {
    Capture last = enrollment.accept(frame);
    for (int i = 1; i < times; i++) {
      last = enrollment.accept(frame.at(100L * i));
    }
    return last;
  }
}
