package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.facedesk.engine.liveness.MadeUpHead.Matter;
import org.junit.jupiter.api.Test;

class RigidRotationTest {
  private final RigidRotation rotation = new RigidRotation(MadeUpHead.MEAN);
  private long millis;
  private int events;

  private void yaw(Matter matter, double... degrees) {
    for (double yaw : degrees) {
      show(MadeUpHead.FRONTAL.of(matter).turned(yaw, 0));
    }
  }

  private void show(MadeUpHead head) {
    millis += 100;
    events += rotation.accept(millis, head.face(millis)) ? 1 : 0;
  }

  @Test
  void aHeadThatTurnsIsProvenInTheThirdFrame() {
    yaw(Matter.HEAD, 0, 0, 7, 14, 18);
    assertThat(events).isZero();
    yaw(Matter.HEAD, 18);
    assertThat(events).isEqualTo(1);
  }

  @Test
  void progressGrowsWithThePartOfATurnAndWithEachFrameThatConfirmsIt() {
    yaw(Matter.HEAD, 0, 0, 4);
    assertThat(rotation.progress()).isZero();
    yaw(Matter.HEAD, 9);
    assertThat(rotation.progress()).isCloseTo(.25, within(.05));
    yaw(Matter.HEAD, 14);
    assertThat(rotation.progress()).isCloseTo(.67, within(.01));
    yaw(Matter.HEAD, 16);
    assertThat(rotation.progress()).isCloseTo(.83, within(.01));
    yaw(Matter.HEAD, 16);
    assertThat(rotation.progress()).isEqualTo(1);
    yaw(Matter.HEAD, 0, 7);
    assertThat(rotation.progress()).isEqualTo(1);
  }

  @Test
  void soIsOneThatNods() {
    for (double pitch : new double[] {0, 0, -8, -15, -16, -16, -15}) {
      show(MadeUpHead.FRONTAL.turned(0, pitch));
    }
    assertThat(events).isEqualTo(1);
  }

  @Test
  void theNextTurnCountsAfterComingBack() {
    yaw(Matter.HEAD, 0, 15, 16, 17, 18, 18, 18, 9, 15, 15, 15, 15);
    assertThat(events).isEqualTo(1);
    yaw(Matter.HEAD, 8, 3, -9, -14, -16, -16);
    assertThat(events).isEqualTo(2);
  }

  @Test
  void aTurnBelowTwelveDegreesIsNone() {
    yaw(Matter.HEAD, 0, 5, 11, 11, 11, 11, 11, 5);
    assertThat(events).isZero();
  }

  @Test
  void aPrintIsNotBelievedThoughItsLandmarksTurnLikeAHeads() {
    yaw(Matter.PRINT, 0, 0, 10, 15, 20, 20, 20, 15, 0, -10, -15, -20, -20, -20, -20);
    assertThat(events).isZero();
    assertThat(rotation.progress()).as("what the landmarks claim").isEqualTo(.5);
  }

  @Test
  void theStraightestFrameIsTheReferenceEvenIfItComesLater() {
    yaw(Matter.HEAD, 16, 16, 16, 8, 0, -7, -13, -14, -14);
    assertThat(events).isEqualTo(1);
  }

  @Test
  void aFaceThatNeverLooksAtTheCameraHasNoReference() {
    yaw(Matter.HEAD, 35, 30, 25, 25, 40, 40, 40);
    assertThat(events).isZero();
  }

  @Test
  void picturesWithoutContentProveNothing() {
    for (double yaw : new double[] {0, 0, 15, 15, 15, 15}) {
      millis += 100;
      assertThat(rotation.accept(millis, MadeUpHead.FRONTAL.turned(yaw, 0).plainFace())).isFalse();
    }
  }
}
