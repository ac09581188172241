package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.facedesk.engine.liveness.ChallengeState.Phase;
import org.facedesk.engine.liveness.MadeUpHead.Matter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ChallengeTest {
  private final Challenge challenge = new Challenge(new Random(7));
  private long millis = 1000;
  private @Nullable Rotation newest;

  private static Rotation shown(ChallengeAction action, long startMillis) {
    return switch (action) {
      case TURN_LEFT -> new Rotation(-16, 2, startMillis);
      case TURN_RIGHT -> new Rotation(16, -3, startMillis);
      case LOOK_UP -> new Rotation(2, -14, startMillis);
    };
  }

  private static ChallengeAction otherThan(ChallengeAction action) {
    return action == ChallengeAction.TURN_LEFT
        ? ChallengeAction.TURN_RIGHT
        : ChallengeAction.TURN_LEFT;
  }

  private void frame() {
    frame(null);
  }

  private void frame(@Nullable String shownId) {
    millis += 100;
    challenge.accept(millis, true, newest, shownId);
  }

  /** The movement begins half a second after the step was shown. */
  private void move(ChallengeAction action) {
    for (int i = 0; i < 6; i++) {
      frame();
    }
    newest = shown(action, millis);
    frame();
  }

  @Test
  void isPassedByTheMovementsThatAreAskedFor() {
    frame();
    ChallengeState first = challenge.state();
    assertThat(first.step()).isEqualTo(1);
    assertThat(first.of()).isEqualTo(2);
    assertThat(first.phase()).isEqualTo(Phase.PENDING);

    move(first.action());
    assertThat(challenge.state().phase()).isEqualTo(Phase.OK);
    assertThat(challenge.state().id()).isEqualTo(first.id());
    frame();
    ChallengeState second = challenge.state();
    assertThat(second.step()).isEqualTo(2);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.nonce()).isNotEqualTo(first.nonce());
    assertThat(second.action()).isNotEqualTo(first.action());

    move(second.action());
    assertThat(challenge.passed()).isTrue();
    assertThat(challenge.state().phase()).isEqualTo(Phase.OK);
  }

  @Test
  void theNextStepIsNotThereBeforeTheLastOneIsAnswered() {
    frame();
    ChallengeState before = challenge.state();
    frame();
    frame();
    assertThat(challenge.state().id()).isEqualTo(before.id());
    assertThat(challenge.state().nonce()).isEqualTo(before.nonce());
  }

  @Test
  void everyOrderOccurs() {
    Set<List<ChallengeAction>> orders = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      Challenge one = new Challenge(new Random(seed));
      List<ChallengeAction> order = new ArrayList<>();
      one.accept(0, true, null, null);
      order.add(one.state().action());
      one.accept(1000, true, shown(one.state().action(), 1000), null);
      one.accept(1100, true, null, null);
      order.add(one.state().action());
      orders.add(order);
    }
    assertThat(orders).hasSize(6);
  }

  @Test
  void theClockStartsWithTheFirstFace() {
    for (int i = 0; i < 100; i++) {
      millis += 100;
      challenge.accept(millis, false, null, null);
    }
    assertThat(challenge.failed()).isFalse();
    assertThat(challenge.state().deadlineMillis()).isEqualTo(Challenge.STEP_MILLIS);
    frame();
    frame();
    assertThat(challenge.state().deadlineMillis()).isEqualTo(Challenge.STEP_MILLIS - 100);
  }

  @Test
  void aStepThatTakesTooLongEndsIt() {
    for (int i = 0; i < 61; i++) {
      frame();
    }
    assertThat(challenge.failed()).isFalse();
    frame();
    assertThat(challenge.failed()).isTrue();
    assertThat(challenge.state().phase()).isEqualTo(Phase.FAILED);
  }

  @Test
  void aWrongMovementEndsIt() {
    frame();
    move(otherThan(challenge.state().action()));
    assertThat(challenge.failed()).isTrue();
    assertThat(challenge.passed()).isFalse();
  }

  @Test
  void whatFailedStaysFailed() {
    frame();
    ChallengeAction asked = challenge.state().action();
    move(otherThan(asked));
    move(asked);
    assertThat(challenge.failed()).isTrue();
    assertThat(challenge.progress()).isZero();
  }

  @Test
  void aMovementThatBeganBeforeTheStepWasShownIsNoAnswer() {
    newest = shown(challenge.state().action(), 1150);
    frame();
    assertThat(challenge.state().phase()).isEqualTo(Phase.PENDING);
    assertThat(challenge.failed()).isFalse();
  }

  @Test
  void neitherIsADiagonalOne() {
    frame();
    for (int i = 0; i < 6; i++) {
      frame();
    }
    newest = new Rotation(13, -12, millis);
    frame();
    assertThat(challenge.state().phase()).isEqualTo(Phase.PENDING);
  }

  @Test
  void aStepCountsAsShownWhenTheClientNamesIt() {
    frame();
    ChallengeState step = challenge.state();
    for (int i = 0; i < 10; i++) {
      frame("an earlier one");
    }
    newest = shown(step.action(), millis);
    frame(step.id());
    assertThat(challenge.state().phase()).isEqualTo(Phase.PENDING);
    for (int i = 0; i < 5; i++) {
      frame(step.id());
    }
    newest = shown(step.action(), millis);
    frame(step.id());
    assertThat(challenge.state().phase()).isEqualTo(Phase.OK);
  }

  @Nested
  class WhenTheFaceIsLost {
    @Test
    void everythingBeginsAgainWithOtherSteps() {
      frame();
      move(challenge.state().action());
      frame();
      ChallengeState second = challenge.state();
      newest = null;
      challenge.interrupted();
      assertThat(challenge.progress()).isZero();
      assertThat(challenge.state().step()).isEqualTo(1);
      assertThat(challenge.state().id()).isNotEqualTo(second.id());
      assertThat(challenge.failed()).isFalse();
    }

    @Test
    void evenAPassedOneIsPassedNoLonger() {
      frame();
      move(challenge.state().action());
      frame();
      move(challenge.state().action());
      assertThat(challenge.passed()).isTrue();
      challenge.interrupted();
      assertThat(challenge.passed()).isFalse();
    }

    @Test
    void aSecondTimeEndsIt() {
      frame();
      challenge.interrupted();
      frame();
      challenge.interrupted();
      assertThat(challenge.failed()).isTrue();
    }
  }

  @Nested
  class WithTheTracker {
    private final LivenessTracker tracker = new LivenessTracker(MadeUpHead.MEAN);

    /** Every direction twice, slowly, as one does who tries everything. */
    private void tryEverything(Matter matter) {
      int[][] ways = {{-1, 0}, {1, 0}, {0, -1}};
      for (int round = 0; round < 2; round++) {
        for (int[] way : ways) {
          for (int degrees : new int[] {0, 0, 0, 0, 7, 14, 17, 17, 17, 8, 0}) {
            millis += 100;
            MadeUpHead head =
                MadeUpHead.FRONTAL.of(matter).turned(way[0] * degrees, way[1] * degrees);
            tracker.accept(head.frame(millis, millis));
            challenge.accept(millis, true, tracker.newestRotation(), null);
          }
        }
      }
    }

    @Test
    void theDirectionOfAMovementIsThePersonsOwn() {
      Set<ChallengeAction> seen = EnumSet.noneOf(ChallengeAction.class);
      int[][] ways = {{-17, 0}, {17, 0}, {0, -17}};
      for (int[] way : ways) {
        LivenessTracker fresh = new LivenessTracker(MadeUpHead.MEAN);
        for (int i = 0; i < 8; i++) {
          millis += 100;
          MadeUpHead head = i < 3 ? MadeUpHead.FRONTAL : MadeUpHead.FRONTAL.turned(way[0], way[1]);
          fresh.accept(head.frame(millis, millis));
        }
        Rotation rotation = java.util.Objects.requireNonNull(fresh.newestRotation());
        for (ChallengeAction action : ChallengeAction.values()) {
          if (action.shownBy(rotation)) {
            assertThat(seen.add(action)).isTrue();
          }
        }
      }
      assertThat(seen).containsExactlyInAnyOrder(ChallengeAction.values());
    }

    @Test
    void aTiltedPrintAnswersNoStep() {
      tryEverything(Matter.PRINT);
      assertThat(challenge.progress()).isZero();
      assertThat(challenge.failed()).isTrue();
    }

    @Test
    void oneWhoTriesEverythingFails() {
      tryEverything(Matter.HEAD);
      assertThat(challenge.failed()).isTrue();
    }
  }
}
