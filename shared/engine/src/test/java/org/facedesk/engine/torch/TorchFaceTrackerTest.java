package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.junit.jupiter.api.Test;

class TorchFaceTrackerTest {
  private static final Frame PORTRAIT = Engine.portrait();
  private static final Frame EMPTY = Frames.blank(640, 480);

  private final FaceTracker tracker = Engine.ANALYZER.tracker();

  @Test
  void aFaceThatMovesAndComesCloserIsFollowed() {
    double widest = 0;
    for (int i = 0; i < 12; i++) {
      Frame frame = Frames.placed(EMPTY, PORTRAIT, 1 + 0.03 * i, -20 + 8 * i, -10 + 3 * i);

      Landmarks followed = face(tracker.analyze(frame)).landmarks();
      Landmarks alone = face(Engine.ANALYZER.analyze(frame)).landmarks();

      for (int p = 0; p < Landmarks.COUNT; p++) {
        widest = Math.max(widest, followed.point(p).distanceTo(alone.point(p)));
      }
    }
    assertThat(widest).as("largest difference to looking at each picture anew").isLessThan(5);
  }

  @Test
  void aFaceThatStaysKeepsItsPlace() {
    Landmarks first = face(tracker.analyze(PORTRAIT)).landmarks();
    for (int i = 0; i < 11; i++) {
      tracker.analyze(PORTRAIT);
    }
    Landmarks last = face(tracker.analyze(PORTRAIT)).landmarks();

    assertThat(last.point(1).distanceTo(first.point(1))).isLessThan(2);
  }

  @Test
  void aFaceThatLeavesIsLostAtOnceAndFoundAgain() {
    Frame there = Frames.placed(EMPTY, PORTRAIT, 0.9, 100, 0);
    face(tracker.analyze(there));

    FrameAnalysis away = tracker.analyze(EMPTY);
    assertThat(away.face()).isNull();
    assertThat(away.faces()).isZero();
    assertThat(away.quality()).isNull();

    assertThat(face(tracker.analyze(there)).presence()).isGreaterThan(0.9);
  }

  @Test
  void aSecondFaceIsNoticedWithinFiveFrames() {
    Frame one = Frames.placed(Frames.blank(1024, 512), PORTRAIT, 1, 0, 0);
    Frame two = Frames.placed(one, PORTRAIT, 0.8, 500, 0);
    assertThat(tracker.analyze(one).faces()).isEqualTo(1);

    FrameAnalysis last = null;
    for (int i = 0; i < 5; i++) {
      last = tracker.analyze(two);
    }

    assertThat(Objects.requireNonNull(last).faces()).isEqualTo(2);
    assertThat(last.secondFaceArea()).isCloseTo(0.64, within(0.12));
    assertThat(face(last).box().centreX()).as("the larger one").isLessThan(512);
  }

  @Test
  void theLargerFaceIsFollowedFromThenOn() {
    Frame small = Frames.placed(Frames.blank(1024, 512), PORTRAIT, 0.6, 0, 0);
    Frame both = Frames.placed(small, PORTRAIT, 1, 512, 0);
    assertThat(face(tracker.analyze(small)).box().centreX()).isLessThan(400);

    FrameAnalysis last = null;
    for (int i = 0; i < 5; i++) {
      last = tracker.analyze(both);
    }

    assertThat(face(Objects.requireNonNull(last)).box().centreX()).isGreaterThan(512);
  }

  @Test
  void aFaceTooSmallForTheWholePictureIsFoundInAPartOfIt() {
    Frame far = Frames.placed(Frames.blank(1280, 720), PORTRAIT, 0.85, 700, 200);

    Face face = face(tracker.analyze(far));

    assertThat(Engine.ANALYZER.analyze(far).faces()).isEqualTo(1);
    assertThat(face.landmarks().point(1).x()).isCloseTo(700 + 0.85 * 222, within(6.0));
  }

  @Test
  void anotherPictureSizeStartsAnew() {
    face(tracker.analyze(PORTRAIT));

    Frame wide = Frames.placed(EMPTY, PORTRAIT, 0.9, 180, 10);

    assertThat(face(tracker.analyze(wide)).landmarks().point(1).x())
        .isCloseTo(180 + 0.9 * 222, within(6.0));
  }

  @Test
  void manyThreadsSeeTheSame() throws Exception {
    Landmarks expected = face(Engine.ANALYZER.analyze(PORTRAIT)).landmarks();
    Callable<FrameAnalysis> look = () -> Engine.ANALYZER.analyze(PORTRAIT);
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      for (Future<FrameAnalysis> seen :
          pool.invokeAll(Stream.generate(() -> look).limit(12).toList())) {
        Landmarks actual = face(seen.get()).landmarks();
        for (int p = 0; p < Landmarks.COUNT; p++) {
          assertThat(actual.point(p).distanceTo(expected.point(p))).isLessThan(1e-3);
        }
      }
    }
  }

  @Test
  void aMirroredSampleIsStillTheSamePerson() {
    Landmarks landmarks = face(Engine.ANALYZER.analyze(PORTRAIT)).landmarks();

    assertThat(
            Engine.ANALYZER
                .embed(PORTRAIT, landmarks, true)
                .distanceTo(Engine.ANALYZER.embed(PORTRAIT, landmarks, false)))
        .isBetween(0.01, 0.25);
  }

  @Test
  void picturesOfAnyShapeAreLookedAt() {
    for (int[] size : new int[][] {{1, 1}, {1, 3000}, {3000, 1}, {7, 600}, {129, 127}}) {
      assertThat(Engine.ANALYZER.analyze(Frames.blank(size[0], size[1])).face()).isNull();
    }
  }

  private static Face face(FrameAnalysis analysis) {
    return Objects.requireNonNull(analysis.face(), "a face");
  }
}
