package org.facedesk.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.core.Frame;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviserTest {
  private static final int SKIN = 0xC69C82;

  private final PaintedFace face = PaintedFace.usual();

  @Test
  void withoutAFaceItAsksForOne() {
    Frame frame = face.paint((x, y) -> SKIN);

    assertThat(Adviser.advise(new FrameAnalysis(frame, 0, null, 0, null), null))
        .isEqualTo(Guidance.NO_FACE);
  }

  @Test
  void twoPeopleAreOneTooMany() {
    assertThat(Adviser.advise(analysis(face, 2), null)).isEqualTo(Guidance.ONE_PERSON);
  }

  @Test
  void anAcceptedPictureNeedsNothing() {
    assertThat(advise(face, new QualityVerdict(true, QualityComponent.YAW, 0.9)))
        .isEqualTo(Guidance.HOLD_ON);
  }

  @Test
  void whoLooksToTheirRightIsAskedToTurnToTheirLeft() {
    PaintedFace noseTowardsImageLeft = face.turned(30, 0, 0);
    PaintedFace noseTowardsImageRight = face.turned(-30, 0, 0);

    assertThat(advise(noseTowardsImageLeft, refused(QualityComponent.YAW)))
        .isEqualTo(Guidance.FACE_LEFT);
    assertThat(advise(noseTowardsImageRight, refused(QualityComponent.YAW)))
        .isEqualTo(Guidance.FACE_RIGHT);
  }

  @Test
  void whoLooksDownIsAskedToLookUp() {
    assertThat(advise(face.turned(0, 30, 0), refused(QualityComponent.PITCH)))
        .isEqualTo(Guidance.LOOK_UP);
    assertThat(advise(face.turned(0, -30, 0), refused(QualityComponent.PITCH)))
        .isEqualTo(Guidance.LOOK_DOWN);
  }

  @Test
  void whoSitsInTheLeftOfThePictureIsAskedToMoveToTheirOwnLeft() {
    PaintedFace beyondTheEdge = face.at(-20, 200);
    QualityReport report = beyondTheEdge.assess((x, y) -> SKIN);

    assertThat(advise(beyondTheEdge, QualityPolicy.DEFAULT.judge(report)))
        .isEqualTo(Guidance.MOVE_LEFT);
    assertThat(advise(face, refused(QualityComponent.CROP_LEFT))).isEqualTo(Guidance.MOVE_LEFT);
  }

  @Test
  void darknessAsksForLightAndGlareForLess() {
    assertThat(adviseOn((x, y) -> PaintedFace.grey(30))).isEqualTo(Guidance.MORE_LIGHT);
    assertThat(adviseOn((x, y) -> PaintedFace.grey(254))).isEqualTo(Guidance.LESS_LIGHT);
  }

  @ParameterizedTest
  @EnumSource(QualityComponent.class)
  void everyComponentHasAnAnswer(QualityComponent component) {
    assertThat(advise(face, refused(component)))
        .isNotIn(Guidance.NO_FACE, Guidance.HOLD_ON, Guidance.BLINK, Guidance.TURN_HEAD);
  }

  private Guidance adviseOn(PaintedFace.Paint paint) {
    Frame frame = face.paint(paint);
    QualityReport report = new QualityAssessor().assess(frame, face.face(), 0);
    return Adviser.advise(
        new FrameAnalysis(frame, 1, face.face(), 0, report),
        refused(QualityComponent.LUMINANCE_MEAN));
  }

  private static Guidance advise(PaintedFace face, @Nullable QualityVerdict verdict) {
    return Adviser.advise(analysis(face, 1), verdict);
  }

  private static FrameAnalysis analysis(PaintedFace face, int faces) {
    Frame frame = face.paint((x, y) -> SKIN + (int) (4 * Math.sin(40 * x)));
    QualityReport report = new QualityAssessor().assess(frame, face.face(), 0);
    return new FrameAnalysis(frame, faces, face.face(), 0, report);
  }

  private static QualityVerdict refused(QualityComponent worst) {
    return new QualityVerdict(false, worst, 0.3);
  }
}
