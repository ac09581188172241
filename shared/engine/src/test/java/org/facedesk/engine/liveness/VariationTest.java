package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VariationTest {
  private final Variation variation = new Variation();
  private long millis;

  private Variation.Kind show(MadeUpHead head, long seed) {
    millis += 100;
    return variation.accept(MadeUpHead.picture(millis, seed), head.face(seed));
  }

  /** A head that never takes the same place twice. */
  private static MadeUpHead moving(int frame) {
    return MadeUpHead.FRONTAL.turned(9 * Math.sin(frame * .37), 6 * Math.sin(frame * .23 + 1));
  }

  @Test
  void aHeadThatMovesVaries() {
    for (int i = 0; i < 40; i++) {
      show(moving(i), i);
    }
    assertThat(variation.varied()).isTrue();
    assertThat(variation.replayed()).isFalse();
  }

  @Test
  void aFewFramesAreTooFewToSay() {
    for (int i = 0; i < 19; i++) {
      show(moving(i), i);
    }
    assertThat(variation.varied()).isFalse();
  }

  @Test
  void aFrozenPictureIsNoEvidenceAndAReplay() {
    assertThat(show(moving(0), 0)).isEqualTo(Variation.Kind.NEW);
    for (int i = 0; i < 14; i++) {
      assertThat(show(moving(0), 0)).isEqualTo(Variation.Kind.REPEATED);
    }
    assertThat(variation.replayed()).isFalse();
    show(moving(0), 0);
    assertThat(variation.replayed()).isTrue();
    assertThat(variation.varied()).isFalse();
  }

  @Test
  void aCameraThatHandsOutAFrameTwiceIsForgiven() {
    for (int i = 0; i < 40; i++) {
      show(moving(i), i);
      show(moving(i), i);
    }
    assertThat(variation.replayed()).isFalse();
    assertThat(variation.varied()).isTrue();
  }

  @Test
  void anExactLoopIsRecognisedAtItsThirdOldFrame() {
    for (int i = 0; i < 20; i++) {
      show(moving(i), i);
    }
    show(moving(0), 0);
    show(moving(1), 1);
    assertThat(variation.replayed()).isFalse();
    show(moving(2), 2);
    assertThat(variation.replayed()).isTrue();
  }

  @Test
  void aLoopIsRecognisedUnderFreshNoise() {
    for (int i = 0; i < 60; i++) {
      int n = i % 20;
      show(MadeUpHead.FRONTAL.turned(20 * Math.sin(n * .9), 10 * Math.sin(n * .7)), i);
    }
    assertThat(variation.replayed()).isTrue();
    assertThat(variation.varied()).isFalse();
  }

  @Test
  void aPictureHeldStillDoesNotVary() {
    for (int i = 0; i < 40; i++) {
      show(MadeUpHead.FRONTAL, i);
    }
    assertThat(variation.varied()).isFalse();
  }
}
