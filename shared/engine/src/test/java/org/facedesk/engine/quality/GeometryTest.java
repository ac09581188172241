package org.facedesk.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.junit.jupiter.api.Test;

class GeometryTest {
  private final PaintedFace face = PaintedFace.usual();

  @Test
  void theEyesFarApartInPixelsMakeAFinePicture() {
    assertThat(score(face.eyeDistance(40), QualityComponent.INTER_EYE_DISTANCE)).isEqualTo(18);
    assertThat(score(face.eyeDistance(70), QualityComponent.INTER_EYE_DISTANCE)).isEqualTo(50);
    assertThat(score(face.eyeDistance(110), QualityComponent.INTER_EYE_DISTANCE)).isEqualTo(88);
  }

  @Test
  void aTurnedHeadIsNotTakenForASmallerOne() {
    int frontal = score(face.eyeDistance(80), QualityComponent.INTER_EYE_DISTANCE);
    double shortened = 80 * Math.cos(Math.toRadians(30));

    assertThat(
            score(
                face.eyeDistance(shortened).turned(30, 0, 0), QualityComponent.INTER_EYE_DISTANCE))
        .isEqualTo(frontal);
  }

  @Test
  void anglesScoreTheSquareOfTheirCosine() {
    PaintedFace turned = face.turned(-20, 45, 120);

    assertThat(score(turned, QualityComponent.YAW)).isEqualTo(88);
    assertThat(score(turned, QualityComponent.PITCH)).isEqualTo(50);
    assertThat(score(turned, QualityComponent.ROLL)).isZero();
  }

  @Test
  void aSecondFaceCountsByItsArea() {
    QualityReport report =
        new QualityAssessor().assess(face.paint((x, y) -> 0x808080), face.face(), 0.3);

    assertThat(report.score(QualityComponent.SINGLE_FACE)).isEqualTo(70);
  }

  @Test
  void openEyesAreOpenAndClosedOnesAreNot() {
    assertThat(eyes(0.3)).isGreaterThan(97);
    assertThat(eyes(0.15)).isBetween(75, 92);
    assertThat(eyes(0.05)).isLessThan(50);
  }

  @Test
  void theMeanFaceKeepsItsMouthShut() {
    assertThat(score(face, QualityComponent.MOUTH_CLOSED)).isGreaterThan(90);
    assertThat(MouthClosed.scoreOf(0.2)).isEqualTo(50);
  }

  @Test
  void thereIsRoomAroundAFaceInTheMiddle() {
    PaintedFace small = face.eyeDistance(50).at(320, 200);

    assertThat(score(small, QualityComponent.CROP_LEFT)).isEqualTo(100);
    assertThat(score(small, QualityComponent.CROP_RIGHT)).isEqualTo(100);
    assertThat(score(small, QualityComponent.CROP_ABOVE)).isGreaterThan(95);
    assertThat(score(small, QualityComponent.CROP_BELOW)).isGreaterThan(95);
  }

  @Test
  void aFaceAtAnEdgeLacksRoomThere() {
    assertThat(score(face.at(80, 200), QualityComponent.CROP_LEFT)).isLessThan(5);
    assertThat(score(face.at(560, 200), QualityComponent.CROP_RIGHT)).isLessThan(5);
    assertThat(score(face.at(320, 60), QualityComponent.CROP_ABOVE)).isZero();
    assertThat(score(face.at(320, 400), QualityComponent.CROP_BELOW)).isZero();
  }

  @Test
  void headSizeIsJudgedOnThePortraitAndFallsOnlyWhenTooClose() {
    assertThat(score(face.eyeDistance(45), QualityComponent.HEAD_SIZE)).isEqualTo(100);
    assertThat(score(face.eyeDistance(190), QualityComponent.HEAD_SIZE)).isLessThan(20);
  }

  private int eyes(double openness) {
    return new QualityAssessor()
        .assess(face.paint((x, y) -> 0x808080), face.face(openness), 0)
        .score(QualityComponent.EYES_OPEN);
  }

  private static int score(PaintedFace face, QualityComponent component) {
    return face.assess((x, y) -> 0x808080).score(component);
  }
}
