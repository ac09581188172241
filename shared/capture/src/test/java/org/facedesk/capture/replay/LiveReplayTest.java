package org.facedesk.capture.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.facedesk.capture.Clips;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Pace;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Test;

class LiveReplayTest {
  /** A clock that only waiting moves. */
  private long now = 1_000_000;

  private LiveReplay live(Supplier<FrameSource> opening, boolean endless) {
    return new LiveReplay(opening, endless, new Pace(() -> now, nanos -> now += nanos));
  }

  private static long millis(long nanos) {
    return Duration.ofNanos(nanos).toMillis();
  }

  @Test
  void framesComeWhenTheyAreDue() {
    LiveReplay replay = live(() -> Clips.recording(4, 25), false);
    long start = now;
    List<Long> elapsed = new ArrayList<>();
    while (replay.next().isPresent()) {
      elapsed.add(millis(now - start));
    }
    assertThat(elapsed).containsExactly(0L, 40L, 80L, 120L);
    assertThat(replay.live()).isTrue();
    assertThat(replay.recorded()).isTrue();
  }

  @Test
  void aSlowConsumerSlowsTheClipDownAndLosesNothing() {
    LiveReplay replay = live(() -> Clips.recording(4, 25), false);
    List<Integer> numbers = new ArrayList<>();
    List<Long> waited = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      long before = now;
      numbers.add(Clips.numberOf(replay.next().orElseThrow()));
      waited.add(millis(now - before));
      if (i == 1) {
        now += Duration.ofSeconds(5).toNanos();
      }
    }
    assertThat(numbers).containsExactly(0, 1, 2, 3);
    assertThat(waited).containsExactly(0L, 40L, 0L, 40L);
  }

  @Test
  void anEndlessClipGoesOnWithTimesThatNeverRunBackwards() {
    LiveReplay replay = live(() -> Clips.recording(3, 10), true);
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      frames.add(replay.next().orElseThrow());
    }
    assertThat(Clips.times(frames)).containsExactly(0L, 100L, 200L, 300L, 400L, 500L, 600L);
    assertThat(frames.stream().map(Clips::numberOf)).containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void anEmptyEndlessClipEnds() {
    assertThat(live(() -> Clips.recording(0, 10), true).next()).isEmpty();
  }
}
