package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleFunction;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlinkDetectorTest {
  private final BlinkDetector detector = new BlinkDetector();
  private long millis;
  private int blinks;

  /** Frames 100 ms apart with these opennesses. */
  private void show(double... openness) {
    for (double open : openness) {
      show(MadeUpHead.FRONTAL.eyes(open).plainFace(), 100);
    }
  }

  /** Hundredths of an eye distance to the right at once; that frame shows this share of open. */
  private void jump(double way, double share) {
    show(.30, .30, .30, .30);
    show(MadeUpHead.FRONTAL.at(320 + way, 240).eyes(.30 * share).plainFace(), 100);
    show(MadeUpHead.FRONTAL.at(320 + way, 240).plainFace(), 100);
    show(MadeUpHead.FRONTAL.at(320 + way, 240).plainFace(), 100);
  }

  private void show(Face face, long after) {
    millis += after;
    blinks += detector.accept(millis, face) ? 1 : 0;
  }

  @Nested
  class ABlink {
    @Test
    void isSeenEvenWhenOnlyOneFrameShowsClosedEyes() {
      show(.30, .31, .30, .30, .12, .29, .30);
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void countsWhenTheEyesAreOpenAgain() {
      show(.30, .30, .30, .30, .12, .13);
      assertThat(blinks).isZero();
      show(.28);
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void countsOnceForEachClosure() {
      show(.30, .30, .30, .30, .12, .28, .30, .13, .14, .29, .30, .30, .11, .30);
      assertThat(blinks).isEqualTo(3);
    }

    @Test
    void isJudgedByThePersonsOwnOpenness() {
      show(.18, .18, .17, .18, .08, .17);
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void needsNotReopenFully() {
      show(.36, .36, .36, .35, .20, .27, .27);
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void isFoundAtThirtyFramesASecondToo() {
      for (double open : new double[] {.30, .30, .30, .30, .22, .12, .11, .15, .24, .29, .30}) {
        show(MadeUpHead.FRONTAL.eyes(open).plainFace(), 33);
      }
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void mayComeWithTheHeadTurningOn() {
      double[] open = {.30, .30, .30, .30, .14, .29, .30};
      for (int i = 0; i < open.length; i++) {
        show(MadeUpHead.FRONTAL.turned(3 * i, 0).eyes(open[i]).plainFace(), 100);
      }
      assertThat(blinks).isEqualTo(1);
    }

    @Test
    void mayComeWhileTheHeadMovesFastWhenTheEyesCloseFurther() {
      jump(17, .55);
      assertThat(blinks).isEqualTo(1);
    }
  }

  @Nested
  class NoBlink {
    @Test
    void isNoiseOfTheMeasurement() {
      show(.30, .27, .31, .26, .30, .25, .31, .27, .30);
      assertThat(blinks).isZero();
    }

    @Test
    void isLookingDown() {
      show(.30, .30, .30, .30, .15, .15, .15, .15, .15, .15, .15, .15, .30, .30);
      assertThat(blinks).isZero();
    }

    @Test
    void isAWink() {
      show(.30, .30, .30, .30);
      Face open = MadeUpHead.FRONTAL.plainFace();
      Eyes wink = new Eyes(.10, .30, .10, .30);
      show(
          new Face(
              open.score(),
              open.box(),
              open.keypoints(),
              open.landmarks(),
              open.presence(),
              wink,
              open.pose(),
              open.crop()),
          100);
      show(.30, .30);
      assertThat(blinks).isZero();
    }

    @Test
    void isAFaceThatWasLostBetween() {
      show(.30, .30, .30, .30, .12);
      millis += 100;
      assertThat(detector.accept(millis, null)).isFalse();
      show(.30, .30);
      assertThat(blinks).isZero();
    }

    @Test
    void isClosedEyesInTheVeryFirstFrames() {
      show(.12, .30, .30, .30);
      assertThat(blinks).isZero();
    }

    @Test
    void isAPrintShakenSoFastThatItBlurs() {
      closedWhile(closed -> MadeUpHead.FRONTAL.at(320 + 30 * closed, 240));
      assertThat(blinks).isZero();
    }

    @Test
    void isAPrintThatJumpsAndIsSmearedInTheFrameItArrivesIn() {
      jump(16, .75);
      assertThat(blinks).isZero();
    }

    @Test
    void isAPrintThatJumpsFartherAndIsSmearedMore() {
      jump(21, .53);
      assertThat(blinks).isZero();
    }

    @Test
    void isAnEyeThatWasTakenForWideOpenForAWhile() {
      show(.18, .18, .18, .18, .18, .18, .18, .18, .18, .25, .25, .25, .24, .25, .165, .20, .20);
      assertThat(blinks).isZero();
    }

    @Test
    void isAPrintTiltedAndTiltedBack() {
      closedWhile(closed -> MadeUpHead.FRONTAL.turned(0, 10 * closed));
      assertThat(blinks).isZero();
    }

    @Test
    void isAPictureThatGetsSmallerForAMoment() {
      closedWhile(closed -> MadeUpHead.FRONTAL.sized(100 - 8 * closed));
      assertThat(blinks).isZero();
    }

    /** One frame looks closed while the head does something that explains it. */
    private void closedWhile(DoubleFunction<MadeUpHead> head) {
      for (double closed : new double[] {0, 0, 0, 0, 1, 0, 0}) {
        show(head.apply(closed).eyes(.30 - .18 * closed).plainFace(), 100);
      }
    }
  }
}
