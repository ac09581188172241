package org.facedesk.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Test;

class ThinnedTest {
  private static List<Integer> numbers(List<Frame> frames) {
    return frames.stream().map(Clips::numberOf).toList();
  }

  @Test
  void eachTickTakesTheFirstFrameAtOrAfterIt() {
    List<Frame> frames = Clips.drain(new Thinned(Clips.recording(12, 25), 10));
    // frames stand at 0 40 80 120 160 200 240 280 320 360 400 440
    assertThat(numbers(frames)).containsExactly(0, 3, 5, 8, 10);
  }

  @Test
  void framesAreStampedWithTheirTick() {
    List<Frame> frames = Clips.drain(new Thinned(Clips.recording(12, 25), 10));
    assertThat(Clips.times(frames)).containsExactly(0L, 100L, 200L, 300L, 400L);
  }

  @Test
  void timesRoundedToMillisecondsLoseNoFrame() {
    List<Frame> frames = Clips.drain(new Thinned(Clips.recording(13, 30), 15));
    assertThat(numbers(frames)).containsExactly(0, 2, 4, 6, 8, 10, 12);
  }

  @Test
  void aPhaseShiftsTheTicks() {
    List<Frame> frames = Clips.drain(new Thinned(Clips.recording(12, 25), 10, 40));
    assertThat(numbers(frames)).containsExactly(1, 4, 6, 9, 11);
    assertThat(Clips.times(frames)).containsExactly(40L, 140L, 240L, 340L, 440L);
  }

  @Test
  void aSlowerSourceIsGivenWhole() {
    List<Frame> frames = Clips.drain(new Thinned(Clips.recording(4, 5), 10));
    assertThat(numbers(frames)).containsExactly(0, 1, 2, 3);
    assertThat(Clips.times(frames)).containsExactly(0L, 200L, 400L, 600L);
  }

  @Test
  void ofTwentyFiveFramesASecondTenRemain() {
    assertThat(Clips.drain(new Thinned(Clips.recording(200, 25), 10))).hasSize(80);
  }

  @Test
  void aRateOfZeroIsAMistake() {
    assertThatThrownBy(() -> new Thinned(Clips.recording(1, 25), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
