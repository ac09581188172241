package org.facedesk.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairEvaluationTest {
  @TempDir Path folder;

  @Test
  void pairsThatDoNotOverlapAreToldApartCompletely() {
    PairReport report =
        PairEvaluation.report(
            series(50, i -> 0.2 + 0.001 * i), series(50, i -> 0.6 + 0.001 * i), 0);

    assertThat(report.pairs()).isEqualTo(100);
    assertThat(report.accuracy()).isEqualTo(1);
    assertThat(report.accuracySd()).isZero();
    assertThat(report.auc()).isEqualTo(1);
  }

  @Test
  void equalDistributionsCannotBeToldApart() {
    double[] same = series(1000, i -> i / 1000.0);

    PairReport report = PairEvaluation.report(same, same, 0);

    assertThat(report.auc()).isCloseTo(0.5, within(1e-9));
    assertThat(report.accuracy()).isCloseTo(0.5, within(0.06));
  }

  @Test
  void oneWrongPairInTenFoldsCostsItsShare() {
    double[] mated = series(50, i -> i == 7 ? 0.9 : 0.2);
    double[] other = series(50, i -> 0.6);

    PairReport report = PairEvaluation.report(mated, other, 0);

    assertThat(report.accuracy()).isCloseTo(0.99, within(1e-9));
    assertThat(report.accuracySd()).isCloseTo(0.1 / Math.sqrt(10), within(1e-9));
    assertThat(report.auc()).isCloseTo(0.98, within(1e-9));
  }

  @Test
  void aRateIsOnlyGivenWhereTenErrorsAreAllowed() {
    double[] mated = series(100, i -> i / 100.0);

    PairReport report = PairEvaluation.report(mated, series(1000, i -> i / 1000.0), 0);

    // Ten of 1,000 others are at most 0.009; mated 0.00 is the only one below.
    assertThat(report.tar().get("1e-2")).isCloseTo(0.01, within(1e-9));
    assertThat(report.tar()).containsKeys("1e-3", "1e-4");
    assertThat(report.tar().get("1e-3")).isNull();
    assertThat(report.tar().get("1e-4")).isNull();
  }

  @Test
  void fewerThanTenPairsOfAKindAreTooFew() {
    assertThatThrownBy(() -> PairEvaluation.report(new double[9], new double[100], 0))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  @Test
  void aListOfPairsIsRead() throws IOException {
    Path csv = folder.resolve("pairs.csv");
    Files.writeString(csv, "image_a,image_b,same\r\na/1.jpg,a/2.jpg,1\na/1.jpg,b/1.jpg,0\n\n");

    PairList list = PairList.read(csv);

    assertThat(list.pairs())
        .containsExactly(
            new PairList.Pair("a/1.jpg", "a/2.jpg", true),
            new PairList.Pair("a/1.jpg", "b/1.jpg", false));
    assertThat(list.images()).containsExactly("a/1.jpg", "a/2.jpg", "b/1.jpg");
  }

  @Test
  void aLineThatIsNoPairIsNamed() throws IOException {
    Path csv = folder.resolve("pairs.csv");
    Files.writeString(csv, "image_a,image_b,same\na.jpg,b.jpg,yes\n");

    assertThatThrownBy(() -> PairList.read(csv)).hasMessageContaining("line 2");
    Files.writeString(csv, "a.jpg,b.jpg,1\n");
    assertThatThrownBy(() -> PairList.read(csv)).hasMessageContaining("image_a,image_b,same");
  }

  @Test
  void plattScalingFindsTheLogitThatMadeTheClasses() {
    // Two normal distributions of equal width have the logit (m1² − m0²)/2s² + (m0 − m1)/s² · d.
    Random random = new Random(5);
    double[] mated = series(20_000, _ -> 0.3 + 0.08 * random.nextGaussian());
    double[] other = series(60_000, _ -> 0.7 + 0.08 * random.nextGaussian());

    double[] logit = PlattScaling.fit(mated, other);

    assertThat(logit[1]).isCloseTo(-62.5, within(3.0));
    assertThat(logit[0] / -logit[1]).isCloseTo(0.5, within(0.005));
  }

  @Test
  void plattScalingStaysFiniteForClassesThatDoNotOverlap() {
    double[] logit =
        PlattScaling.fit(series(100, i -> 0.2 + i / 1000.0), series(100, i -> 0.8 + i / 1000.0));

    assertThat(logit[1]).isBetween(-200.0, -5.0);
  }

  private static double[] series(int count, IntToDoubleFunction value) {
    return IntStream.range(0, count).mapToDouble(value).toArray();
  }
}
