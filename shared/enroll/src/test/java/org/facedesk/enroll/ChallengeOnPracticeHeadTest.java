package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.facedesk.capture.practice.HeadState;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.facedesk.enroll.policy.Requirements.LivenessRule;
import org.facedesk.models.Models;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Challenges through the whole engine, answered by the rendered head at ten frames a second. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChallengeOnPracticeHeadTest {
  private static final long MOVEMENT_MILLIS = 1800;
  private static final double DEGREES = 20;

  private final Landmarks mean = MeanFace.read(Models.shipped());
  private final PracticeHead head = new PracticeHead();
  private TorchFaceAnalyzer analyzer;

  @BeforeAll
  void load() {
    analyzer = TorchFaceAnalyzer.load(Models.shipped());
  }

  @AfterAll
  void close() {
    analyzer.close();
  }

  @Test
  void aHeadThatDoesAsItIsAskedIsCaptured() {
    assertThat(perform(action -> action)).isInstanceOf(Capture.Captured.class);
  }

  @Test
  void aHeadThatTurnsTheOtherWayIsRefused() {
    Capture end =
        perform(action ->
            action == ChallengeAction.TURN_LEFT
                ? ChallengeAction.TURN_RIGHT
                : ChallengeAction.TURN_LEFT);
    assertThat(end)
        .isInstanceOfSatisfying(
            Capture.GaveUp.class,
            gaveUp -> assertThat(gaveUp.reason()).isEqualTo(Outcome.Reason.CHALLENGE_FAILED));
  }

  /** Shows what {@code answer} makes of each step, half a second after it was asked for. */
  private Capture perform(UnaryOperator<ChallengeAction> answer) {
    CaptureSession session =
        new CaptureSession(
            analyzer,
            () -> new LivenessTracker(mean),
            new PolicyJudge(QualityPolicy.DEFAULT),
            new Requirements(3, 3, 1, 1, LivenessRule.BLINK_OR_MOTION, true),
            CaptureLimits.of(CapturePolicy.DEFAULT),
            0,
            new Random(5));
    String id = "";
    ChallengeAction shown = ChallengeAction.TURN_LEFT;
    long start = Long.MAX_VALUE;
    for (long millis = 0; ; millis += 100) {
      ChallengeState step = Objects.requireNonNull(session.challenge());
      if (step.phase() == ChallengeState.Phase.PENDING && !step.id().equals(id)) {
        id = step.id();
        shown = answer.apply(step.action());
        start = millis + 500;
      }
      HeadState state = at(shown, millis - start);
      Capture result = session.accept(head.render(state, 1, millis, millis));
      if (!(result instanceof Capture.Going)) {
        return result;
      }
    }
  }

  private static HeadState at(ChallengeAction action, long sinceStart) {
    if (sinceStart < 0 || sinceStart > MOVEMENT_MILLIS) {
      return HeadState.REST;
    }
    double reach = DEGREES * Math.min(1, 2.2 * Math.sin(Math.PI * sinceStart / MOVEMENT_MILLIS));
    return switch (action) {
      case TURN_LEFT -> HeadState.REST.turned(-reach, 0);
      case TURN_RIGHT -> HeadState.REST.turned(reach, 0);
      case LOOK_UP -> HeadState.REST.turned(0, -reach);
    };
  }
}
