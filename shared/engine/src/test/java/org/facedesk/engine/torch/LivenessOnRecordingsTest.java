package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Thinned;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.capture.replay.Replay;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.models.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proofs of life through the models themselves, at ten frames a second. */
class LivenessOnRecordingsTest {
  private static final Landmarks MEAN = MeanFace.read(Models.shipped());

  private static LivenessState follow(FrameSource source) {
    FaceTracker faces = Engine.ANALYZER.tracker();
    LivenessTracker tracker = new LivenessTracker(MEAN);
    LivenessState state = LivenessState.START;
    try (source) {
      for (Optional<Frame> frame = source.next(); frame.isPresent(); frame = source.next()) {
        state = tracker.accept(faces.analyze(frame.get()));
      }
    }
    return state;
  }

  private static LivenessState practise(Choreography choreography) {
    return follow(new PracticeClip(new PracticeHead(), choreography, 10, 7, 1));
  }

  @Test
  void thePracticeHeadBlinksAndTurns() {
    LivenessState seen = practise(Choreography.FULL);
    assertThat(seen.blinks()).isEqualTo(2);
    assertThat(seen.motionEvents()).isGreaterThanOrEqualTo(2);
    assertThat(seen.varied()).isTrue();
    assertThat(seen.continuous()).isTrue();
    assertThat(seen.replayed()).isFalse();
  }

  @Test
  void thePracticeHeadWithOpenEyesDoesNotBlink() {
    LivenessState seen = practise(Choreography.WITHOUT_BLINK);
    assertThat(seen.blinks()).isZero();
    assertThat(seen.motionEvents()).isPositive();
  }

  @Test
  void thePracticeHeadThatOnlyLooksProvesNothing() {
    LivenessState seen = practise(Choreography.STILL);
    assertThat(seen.blinks()).isZero();
    assertThat(seen.motionEvents()).isZero();
  }

  /** Blinks as they were counted by eye; motion where the head turns twelve degrees. */
  @ParameterizedTest
  @CsvSource({"011, 4, false", "025, 10, false", "026, 4, true", "030, 6, true"})
  void recordedPeopleAreSeenToBlinkAndTurn(String clip, int blinks, boolean turns) {
    Optional<Path> file = SharedMaterial.find("eval/clips/clip-" + clip + ".mp4");
    assumeTrue(file.isPresent(), "the evaluation clips are not on this machine");
    LivenessState seen = follow(new Thinned(Replay.open(file.orElseThrow()), 10));
    // the shortest blinks may fall between two frames; none may be invented
    assertThat(seen.blinks()).isBetween(blinks - 1, blinks);
    assertThat(seen.varied()).isTrue();
    assertThat(seen.continuous()).isTrue();
    assertThat(seen.replayed()).isFalse();
    if (turns) {
      assertThat(seen.motionEvents()).isPositive();
    }
  }

  @Test
  void aFrozenPictureProvesNothingAndIsAReplay() {
    Frame portrait = Engine.portrait();
    FaceTracker faces = Engine.ANALYZER.tracker();
    LivenessTracker tracker = new LivenessTracker(MEAN);
    LivenessState state = LivenessState.START;
    for (int i = 0; i < 20; i++) {
      state = tracker.accept(faces.analyze(portrait.at(100L * i)));
    }
    assertThat(state.blinks()).isZero();
    assertThat(state.motionEvents()).isZero();
    assertThat(state.varied()).isFalse();
    assertThat(state.replayed()).isTrue();
  }
}
