package org.facedesk.capture.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.facedesk.capture.Clips;
import org.facedesk.capture.Pace;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PracticeClipTest {
  private static List<HeadState> at(Choreography choreography, long seed, double fps, double end) {
    Performance performance = new Performance(choreography, seed);
    return IntStream.range(0, (int) (end * fps)).mapToObj(i -> performance.at(i / fps)).toList();
  }

  private static long blinks(List<HeadState> states) {
    return IntStream.range(1, states.size())
        .filter(i -> states.get(i).closure() > .5 && states.get(i - 1).closure() <= .5)
        .count();
  }

  private static double largestYaw(List<HeadState> states) {
    return states.stream().mapToDouble(HeadState::yaw).max().orElseThrow();
  }

  private static double smallestYaw(List<HeadState> states) {
    return states.stream().mapToDouble(HeadState::yaw).min().orElseThrow();
  }

  @Nested
  class TheChoreography {
    @Test
    void inFullBlinksTwiceTurnsToBothSidesAndNods() {
      for (long seed = 0; seed < 20; seed++) {
        List<HeadState> round = at(Choreography.FULL, seed, 30, 8);
        assertThat(blinks(round)).isEqualTo(2);
        assertThat(largestYaw(round)).isBetween(15., 19.);
        assertThat(smallestYaw(round)).isBetween(-19., -15.);
        assertThat(round.stream().mapToDouble(HeadState::pitch).max().orElseThrow())
            .isBetween(12., 15.);
      }
    }

    @Test
    void isSeenBlinkingAtTenFramesASecondInWhateverPhase() {
      for (long seed = 0; seed < 20; seed++) {
        List<HeadState> fine = at(Choreography.FULL, seed, 100, 8);
        for (int phase = 0; phase < 10; phase++) {
          int from = phase;
          List<HeadState> thinned =
              IntStream.range(0, 79).mapToObj(i -> fine.get(from + 10 * i)).toList();
          assertThat(thinned.stream().filter(s -> s.closure() > .95).count())
              .isGreaterThanOrEqualTo(2);
        }
      }
    }

    @Test
    void startsLookingAheadWithOpenEyes() {
      for (HeadState state : at(Choreography.FULL, 3, 30, .85)) {
        assertThat(Math.abs(state.yaw())).isLessThan(1.5);
        assertThat(Math.abs(state.pitch())).isLessThan(1.5);
        assertThat(state.closure()).isZero();
      }
    }

    @Test
    void isNeverTheSameTwice() {
      List<HeadState> states = at(Choreography.FULL, 3, 10, 120);
      assertThat(states).doesNotHaveDuplicates();
    }

    @Test
    void withoutBlinkKeepsItsEyesOpen() {
      List<HeadState> states = at(Choreography.WITHOUT_BLINK, 3, 30, 16);
      assertThat(states).allMatch(s -> s.closure() == 0);
      assertThat(largestYaw(states)).isGreaterThan(15);
    }

    @Test
    void withoutMotionLooksAhead() {
      List<HeadState> states = at(Choreography.WITHOUT_MOTION, 3, 30, 16);
      assertThat(blinks(states)).isEqualTo(4);
      assertThat(largestYaw(states)).isLessThan(1.5);
    }

    @Test
    void stillOnlySways() {
      List<HeadState> states = at(Choreography.STILL, 3, 30, 16);
      assertThat(blinks(states)).isZero();
      assertThat(largestYaw(states)).isBetween(.1, 1.5);
    }

    @Test
    void ofTwoPosesLooksAsideInTheSecondHalf() {
      List<HeadState> states = at(Choreography.TWO_POSES, 3, 10, 4);
      assertThat(largestYaw(states.subList(0, 18))).isLessThan(1.5);
      assertThat(smallestYaw(states.subList(20, 38))).isGreaterThan(10);
    }
  }

  @Nested
  class TheClip {
    @Test
    void isTheSameForTheSameSeed() {
      List<Frame> one = Clips.drain(new PracticeClip(10, .5));
      List<Frame> other = Clips.drain(new PracticeClip(10, .5));
      assertThat(Clips.times(one)).containsExactly(0L, 100L, 200L, 300L, 400L);
      for (int i = 0; i < 5; i++) {
        assertThat(other.get(i).bgr()).isEqualTo(one.get(i).bgr());
      }
    }

    @Test
    void hasNoFrameTwice() {
      List<Frame> frames = Clips.drain(new PracticeClip(10, 1));
      for (int i = 1; i < frames.size(); i++) {
        assertThat(frames.get(i).bgr()).isNotEqualTo(frames.get(i - 1).bgr());
      }
    }

    @Test
    void endsWhenClosed() {
      PracticeClip clip = new PracticeClip(10, 1);
      clip.close();
      assertThat(clip.next()).isEmpty();
    }
  }

  @Nested
  class TheCamera {
    private long now = 5;

    @Test
    void keepsToRealTime() {
      long start = now;
      PracticeCamera camera =
          new PracticeCamera(
              new PracticeHead(),
              Choreography.FULL,
              30,
              1,
              new Pace(() -> now, nanos -> now += nanos));
      for (int i = 0; i < 4; i++) {
        assertThat(camera.next()).isPresent();
      }
      assertThat(now - start).isEqualTo(100_000_000);
      assertThat(camera.live()).isTrue();
      assertThat(camera.recorded()).isFalse();
    }
  }
}
