package org.facedesk.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityPolicyTest {
  private static final QualityPolicy POLICY = QualityPolicy.DEFAULT;

  @Test
  void aPerfectPictureHasQualityOne() {
    QualityVerdict verdict = POLICY.judge(perfectExcept(Map.of()));

    assertThat(verdict.accepted()).isTrue();
    assertThat(verdict.score()).isEqualTo(1);
  }

  @Test
  void theWorstGatingComponentIsTheQuality() {
    QualityVerdict verdict =
        POLICY.judge(
            perfectExcept(Map.of(QualityComponent.SHARPNESS, 75, QualityComponent.YAW, 98)));

    assertThat(verdict.worst()).isEqualTo(QualityComponent.SHARPNESS);
    assertThat(verdict.score()).isCloseTo(0.75, within(1e-9));
    assertThat(verdict.accepted()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(QualityComponent.class)
  void everyGateStandsAtItsOwnMinimum(QualityComponent component) {
    Integer minimum = POLICY.minimumScores().get(component);
    if (minimum == null) {
      assertThat(POLICY.judge(perfectExcept(Map.of(component, 0))).accepted()).isTrue();
      return;
    }
    QualityVerdict at = POLICY.judge(perfectExcept(Map.of(component, minimum)));
    QualityVerdict below = POLICY.judge(perfectExcept(Map.of(component, minimum - 1)));

    assertThat(at.accepted()).isTrue();
    assertThat(at.score()).isCloseTo(0.5, within(1e-9));
    assertThat(below.accepted()).isFalse();
    assertThat(below.worst()).isEqualTo(component);
  }

  @Test
  void nothingBeyondTwentyDegreesOrBelowFortyPixelsPasses() {
    assertThat(accepts(QualityComponent.YAW, Curve.cosineSquared(19.7))).isTrue();
    assertThat(accepts(QualityComponent.YAW, Curve.cosineSquared(20.1))).isFalse();
    assertThat(accepts(QualityComponent.INTER_EYE_DISTANCE, InterEyeDistance.scoreOf(40.4)))
        .isTrue();
    assertThat(accepts(QualityComponent.INTER_EYE_DISTANCE, InterEyeDistance.scoreOf(39.9)))
        .isFalse();
  }

  @Test
  void whatWasNotAssessedIsNotTakenForGood() {
    QualityVerdict verdict =
        POLICY.judge(perfectExcept(Map.of(QualityComponent.SHARPNESS, QualityReport.NOT_ASSESSED)));

    assertThat(verdict.accepted()).isFalse();
    assertThat(verdict.worst()).isEqualTo(QualityComponent.SHARPNESS);
    assertThat(verdict.score()).isZero();
  }

  @Test
  void aHigherThresholdTightensEveryGate() {
    QualityReport report = perfectExcept(Map.of(QualityComponent.SHARPNESS, 75));

    assertThat(POLICY.withThreshold(0.7).judge(report).accepted()).isTrue();
    assertThat(POLICY.withThreshold(0.8).judge(report).accepted()).isFalse();
  }

  @Test
  void qualityRisesWithTheScore() {
    for (QualityComponent component : POLICY.gating()) {
      for (int score = 1; score <= 100; score++) {
        assertThat(POLICY.quality(component, score))
            .isGreaterThan(POLICY.quality(component, score - 1));
      }
    }
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    Map<QualityComponent, Integer> one = Map.of(QualityComponent.YAW, 50);

    assertThatIllegalArgumentException().isThrownBy(() -> new QualityPolicy(Map.of(), 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> new QualityPolicy(one, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QualityPolicy(Map.of(QualityComponent.YAW, 100), 0.5));
  }

  private static boolean accepts(QualityComponent component, int score) {
    return POLICY.judge(perfectExcept(Map.of(component, score))).accepted();
  }

  private static QualityReport perfectExcept(Map<QualityComponent, Integer> others) {
    Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
    for (QualityComponent component : QualityComponent.values()) {
      scores.put(component, 100);
    }
    scores.putAll(others);
    return new QualityReport(scores);
  }
}
