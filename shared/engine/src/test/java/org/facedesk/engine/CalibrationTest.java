package org.facedesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.facedesk.engine.Calibration.Content;
import org.facedesk.engine.Calibration.OperatingPoint;
import org.facedesk.engine.Calibration.Table;
import org.facedesk.models.Models;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration SMALL =
      new Calibration(
          new Content(
              "m",
              true,
              "made up",
              List.of(
                  table(1, 1, 0.50, 0.40, 0.35, -20),
                  table(3, 1, 0.45, 0.36, 0.31, -30),
                  table(3, 3, 0.40, 0.30, 0.25, -40))));

  private static Table table(int enrolled, int probe, double a, double b, double c, double slope) {
    return new Table(
        enrolled,
        probe,
        1000,
        1000,
        List.of(
            new OperatingPoint(1e-1, a, 1),
            new OperatingPoint(1e-2, b, 0.9),
            new OperatingPoint(1e-3, c, 0.8)),
        10,
        slope);
  }

  @Test
  void aMeasuredRateGivesItsThreshold() {
    assertThat(SMALL.threshold(1, 1, 1e-2)).isCloseTo(0.40, within(1e-12));
    assertThat(SMALL.threshold(3, 3, 1e-3)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void betweenMeasuredRatesTheThresholdLiesBetween() {
    assertThat(SMALL.threshold(1, 1, Math.pow(10, -1.5))).isCloseTo(0.45, within(1e-12));
  }

  @Test
  void aRateAboveTheTableGetsNoMoreThanTheTable() {
    assertThat(SMALL.threshold(1, 1, 0.5)).isEqualTo(0.50);
  }

  @Test
  void belowTheTableTheThresholdFallsAsInTheLastDecade() {
    assertThat(SMALL.threshold(1, 1, 1e-4)).isCloseTo(0.30, within(1e-12));
    assertThat(SMALL.threshold(1, 1, 1e-5)).isCloseTo(0.25, within(1e-12));
    assertThat(SMALL.threshold(1, 1, 1e-15)).isZero();
  }

  @Test
  void theThresholdNeverGrowsAsTheRateFalls() {
    double before = 1;
    for (double exponent = 0; exponent > -8; exponent -= 0.05) {
      double threshold = SMALL.threshold(3, 1, Math.pow(10, exponent - 1e-9));
      assertThat(threshold).isLessThanOrEqualTo(before);
      before = threshold;
    }
  }

  @Test
  void itDoesNotMatterWhichSideHasMoreSamples() {
    assertThat(SMALL.threshold(1, 3, 1e-2)).isEqualTo(SMALL.threshold(3, 1, 1e-2));
  }

  @Test
  void sampleCountsBetweenTheTablesUseTheStricterOne() {
    assertThat(SMALL.threshold(2, 1, 1e-2)).isEqualTo(0.36);
    assertThat(SMALL.threshold(2, 2, 1e-2)).isEqualTo(0.30);
  }

  @Test
  void moreSamplesThanMeasuredUseTheLastTable() {
    assertThat(SMALL.threshold(5, 4, 1e-2)).isEqualTo(0.30);
    assertThat(SMALL.threshold(9, 1, 1e-2)).isEqualTo(0.30);
  }

  @Test
  void confidenceIsHalfWhereTheLogitIsZeroAndFallsWithDistance() {
    assertThat(SMALL.confidence(1, 1, 0.5)).isCloseTo(0.5, within(1e-12));
    assertThat(SMALL.confidence(1, 1, 0.2)).isGreaterThan(0.99);
    assertThat(SMALL.confidence(1, 1, 1.4)).isBetween(0.0, 1e-6);
  }

  @Test
  void impossibleRatesAndBrokenTablesAreRefused() {
    assertThatThrownBy(() -> SMALL.threshold(1, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    Content rising = new Content("m", true, "-", List.of(table(1, 1, 0.3, 0.4, 0.2, -20)));
    assertThatThrownBy(() -> new Calibration(rising)).isInstanceOf(IllegalArgumentException.class);
    Content senseless = new Content("m", true, "-", List.of(table(1, 1, 0.5, 0.4, 0.3, 20)));
    assertThatThrownBy(() -> new Calibration(senseless))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Nested
  class TheShippedOne {
    private final Calibration shipped = Calibration.load(Models.shipped());

    @Test
    void belongsToTheShippedEmbedder() {
      assertThat(shipped.modelId()).isEqualTo("dlib-resnet128-1");
      assertThat(shipped.content().source()).contains("Labeled Faces in the Wild");
    }

    @Test
    void agreesWithTheReferenceStudyOnTheSamePictures() {
      assertThat(shipped.threshold(1, 1, 1e-4)).isCloseTo(0.339, within(0.01));
      assertThat(shipped.threshold(1, 1, 1e-5)).isCloseTo(0.306, within(0.012));
    }

    @Test
    void isNotLaxerForFusedTemplatesThanTheStudyOnTheEvaluationPictures() {
      assertThat(shipped.threshold(3, 1, 1e-5)).isBetween(0.27, 0.282);
      assertThat(shipped.threshold(3, 3, 1e-5)).isBetween(0.22, 0.241);
    }

    @Test
    void isSureOfCloseTemplatesAndOfDistantOnes() {
      for (int[] samples : new int[][] {{1, 1}, {3, 1}, {3, 3}}) {
        assertThat(shipped.confidence(samples[0], samples[1], 0.15)).isGreaterThan(0.99);
        assertThat(shipped.confidence(samples[0], samples[1], 0.75)).isLessThan(0.01);
      }
    }

    @Test
    void survivesBeingWrittenAndRead() {
      assertThat(new Calibration(shipped.content()).toJson()).isEqualTo(shipped.toJson());
    }
  }
}
