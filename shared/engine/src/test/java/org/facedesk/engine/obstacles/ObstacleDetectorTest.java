package org.facedesk.engine.obstacles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;
import org.facedesk.models.Models;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObstacleDetectorTest {
  private static final Landmarks MEAN = MeanFace.read(Models.shipped());
  private final ObstacleDetector detector = new ObstacleDetector();

  /** The mean face so many pixels large, in the middle of a picture of one colour. */
  private ObstacleReport assess(double size, HeadPose pose, double centreX) {
    double[] xyz = new double[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      xyz[3 * i] = centreX + size * MEAN.x(i);
      xyz[3 * i + 1] = 240 + size * MEAN.y(i);
      xyz[3 * i + 2] = size * MEAN.z(i);
    }
    Landmarks points = new Landmarks(xyz);
    byte[] bgr = new byte[3 * 640 * 480];
    Arrays.fill(bgr, (byte) 120);
    Face face =
        new Face(
            0.9,
            points.bounds(),
            List.of(),
            points,
            1,
            new Eyes(0.3, 0.3, 0.3, 0.3),
            pose,
            new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
    return detector.assess(new Frame(640, 480, bgr, 0), face);
  }

  @ParameterizedTest
  @CsvSource({"40,0,0", "-40,0,0", "0,35,0", "0,-35,0"})
  void aHeadTurnedFarAwayIsNotAssessed(double yaw, double pitch, double roll) {
    assertThat(assess(120, new HeadPose(yaw, pitch, roll), 320).assessed()).isFalse();
  }

  @Test
  void neitherIsASmallFace() {
    assertThat(assess(30, new HeadPose(0, 0, 0), 320).assessed()).isFalse();
  }

  @Test
  void whatLiesBeyondThePictureIsNotGuessed() {
    ObstacleReport report = assess(120, new HeadPose(0, 0, 0), -300);
    assertThat(report.assessed()).isFalse();
    assertThat(report.found()).isEmpty();
  }

  @Test
  void aFaceInThePictureIsAssessedForMasksAndDarkGlasses() {
    assertThat(assess(120, new HeadPose(5, -5, 0), 320).confidence().keySet())
        .containsExactlyInAnyOrder(Obstacle.MASK, Obstacle.DARK_GLASSES);
  }

  @Nested
  class Report {
    @Test
    void namesWhatIsSureTheSurestFirst() {
      ObstacleReport report =
          new ObstacleReport(
              Map.of(Obstacle.MASK, 0.96, Obstacle.DARK_GLASSES, 0.99, Obstacle.HAT, 0.5));
      assertThat(report.found()).containsExactly(Obstacle.DARK_GLASSES, Obstacle.MASK);
      assertThat(report.strongest()).isEqualTo(0.99);
      assertThat(report.notAssessed()).containsExactly(Obstacle.HAND);
    }

    @Test
    void withoutALookSaysSo() {
      assertThat(ObstacleReport.NOT_ASSESSED.assessed()).isFalse();
      assertThat(ObstacleReport.NOT_ASSESSED.notAssessed()).containsExactly(Obstacle.values());
    }
  }
}
