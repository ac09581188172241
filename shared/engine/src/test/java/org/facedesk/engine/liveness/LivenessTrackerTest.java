package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.liveness.MadeUpHead.Matter;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LivenessTrackerTest {
  private final LivenessTracker tracker = new LivenessTracker(MadeUpHead.MEAN);
  private LivenessState state = LivenessState.START;
  private long millis;

  private void show(MadeUpHead head) {
    millis += 100;
    state = tracker.accept(head.frame(millis, millis));
  }

  private void showNobody() {
    millis += 100;
    state = tracker.accept(MadeUpHead.nobody(millis));
  }

  private void settle(int frames) {
    for (int i = 0; i < frames; i++) {
      show(MadeUpHead.FRONTAL.turned(2 * Math.sin(i * .7), 2 * Math.sin(i * .4)));
    }
  }

  @Test
  void aPersonWhoBlinksAndTurnsShowsAllProofs() {
    settle(8);
    show(MadeUpHead.FRONTAL.eyes(.1));
    settle(4);
    for (double yaw : new double[] {6, 13, 17, 18, 17, 12, 5, 1}) {
      show(MadeUpHead.FRONTAL.turned(yaw, 0));
    }
    assertThat(state).isEqualTo(new LivenessState(1, 1, 1, true, false, true, 21));
  }

  @Test
  void aPrintThatIsTiltedShowsNone() {
    settle(8);
    for (int i = 0; i < 40; i++) {
      show(MadeUpHead.FRONTAL.of(Matter.PRINT).turned(25 * Math.sin(i * .3), 0));
    }
    assertThat(state.blinks()).isZero();
    assertThat(state.motionEvents()).isZero();
    assertThat(state.motionScore()).isLessThanOrEqualTo(.5);
  }

  @Test
  void framesThatRepeatTheOneBeforeProveNothing() {
    settle(5);
    FrameAnalysis closed = MadeUpHead.FRONTAL.eyes(.1).frame(millis + 100, 77);
    tracker.accept(closed);
    state = tracker.accept(MadeUpHead.FRONTAL.eyes(.3).frame(millis + 200, 77));
    assertThat(state.blinks()).isZero();
  }

  @Test
  void aFrameOutOfOrderIsIgnored() {
    settle(5);
    LivenessState before = state;
    assertThat(tracker.accept(MadeUpHead.FRONTAL.frame(millis, 5))).isEqualTo(before);
    assertThat(tracker.accept(MadeUpHead.FRONTAL.frame(millis - 50, 6))).isEqualTo(before);
  }

  @Nested
  class Continuous {
    @Test
    void isAFaceThatIsMissedForAMoment() {
      settle(5);
      showNobody();
      showNobody();
      settle(1);
      assertThat(state.continuous()).isTrue();
    }

    @Test
    void isWaitingForTheFirstFace() {
      for (int i = 0; i < 30; i++) {
        showNobody();
      }
      settle(1);
      assertThat(state.continuous()).isTrue();
    }

    @Test
    void isNotAFaceThatIsGoneForMoreThanHalfASecond() {
      settle(5);
      for (int i = 0; i < 6; i++) {
        showNobody();
      }
      assertThat(state.continuous()).isFalse();
    }

    @Test
    void isNotAFaceThatJumpsElsewhere() {
      settle(5);
      show(MadeUpHead.FRONTAL.at(520, 240));
      assertThat(state.continuous()).isFalse();
      settle(5);
      assertThat(state.continuous()).as("stays broken").isFalse();
    }

    @Test
    void isNotAFaceThatIsSuddenlyAnotherSize() {
      settle(5);
      show(MadeUpHead.FRONTAL.sized(170));
      assertThat(state.continuous()).isFalse();
    }

    @Test
    void isNotAPersonInCompany() {
      settle(30);
      for (int i = 0; i < 3; i++) {
        millis += 100;
        FrameAnalysis alone = MadeUpHead.FRONTAL.frame(millis, millis);
        state = tracker.accept(new FrameAnalysis(alone.frame(), 2, alone.face(), 0.5, null));
      }
      assertThat(state.continuous()).isFalse();
    }
  }
}
