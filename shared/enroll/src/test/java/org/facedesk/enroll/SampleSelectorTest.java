package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.core.Frame;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.junit.jupiter.api.Test;

class SampleSelectorTest {
  private final SampleSelector selector = new SampleSelector(3, 300);

  @Test
  void framesThatFollowAtOnceDoNotCountTwice() {
    selector.offer(sample(0, 0.8));
    selector.offer(sample(100, 0.8));
    selector.offer(sample(299, 0.8));

    assertThat(selector.count()).isEqualTo(1);
  }

  @Test
  void aBetterFrameTakesThePlaceOfItsNeighbour() {
    selector.offer(sample(0, 0.6));

    assertThat(selector.offer(sample(200, 0.9))).isTrue();
    assertThat(selector.best()).extracting(Sample::timestampMillis).containsExactly(200L);
  }

  @Test
  void aWorseNeighbourIsNotKept() {
    selector.offer(sample(0, 0.9));

    assertThat(selector.offer(sample(200, 0.6))).isFalse();
    assertThat(selector.best()).extracting(Sample::quality).containsExactly(0.9);
  }

  @Test
  void handsOutTheBestInOrderOfTimeAndFarEnoughApart() {
    for (int i = 0; i < 60; i++) {
      selector.offer(sample(i * 100L, i % 7 == 0 ? 0.9 : 0.7));
    }

    assertThat(selector.complete()).isTrue();
    assertThat(selector.best())
        .hasSize(3)
        .isSortedAccordingTo(java.util.Comparator.comparingLong(Sample::timestampMillis));
    for (int i = 1; i < 3; i++) {
      assertThat(
              selector.best().get(i).timestampMillis()
                  - selector.best().get(i - 1).timestampMillis())
          .isGreaterThanOrEqualTo(300);
    }
  }

  @Test
  void holdsNoMoreFramesThanItMayNeed() {
    for (int i = 0; i < 1000; i++) {
      selector.offer(sample(i * 300L, 0.5 + i / 2500.0));
    }
    for (int i = 0; i < 10; i++) {
      selector.drop(selector.best().isEmpty() ? sample(0, 0) : selector.best().getFirst());
    }

    assertThat(selector.count()).isZero();
  }

  private static Sample sample(long millis, double quality) {
    return new Sample(
        new Frame(1, 1, new byte[3], millis),
        new Landmarks(new double[3 * Landmarks.COUNT]),
        new HeadPose(0, 0, 0),
        quality);
  }
}
