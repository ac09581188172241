package org.facedesk.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.engine.quality.PaintedFace.grey;

import java.util.Random;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DetailTest {
  private final PaintedFace face = PaintedFace.usual();

  @Nested
  class Sharpness {
    @Test
    void fineEdgesAreSharpAndTheirBlurIsNot() {
      assertThat(sharpness(face, edges(0.01))).isGreaterThan(80);
      assertThat(sharpness(face, edges(0.08))).isLessThan(30);
    }

    @Test
    void contrastAndBrightnessDoNotMatter() {
      PaintedFace.Paint edges = edges(0.02);
      PaintedFace.Paint faint = (x, y) -> grey(60 + (edges.at(x, y) & 0xFF) / 4.0);

      assertThat(sharpness(face, faint)).isCloseTo(sharpness(face, edges), within(6));
    }

    @Test
    void meansTheSameNearAndFar() {
      int usual = sharpness(face, edges(0.04));

      assertThat(sharpness(face.scaled(0.7), edges(0.04))).isCloseTo(usual, within(8));
      assertThat(sharpness(face.scaled(2.5), edges(0.04))).isCloseTo(usual, within(8));
    }

    @Test
    void noiseDoesNotPassForDetail() {
      PaintedFace.Paint blurred = edges(0.08);
      Random noise = new Random(7);
      PaintedFace.Paint noisy =
          (x, y) -> grey((blurred.at(x, y) & 0xFF) + 3 * noise.nextGaussian());

      assertThat(sharpness(face, noisy)).isLessThan(40);
    }

    @Test
    void anEmptySurfaceIsNotAssessed() {
      assertThat(sharpness(face, (x, y) -> grey(120))).isEqualTo(QualityReport.NOT_ASSESSED);
    }
  }

  @Nested
  class Compression {
    @Test
    void aSmoothPictureShowsNoBlocks() {
      assertThat(compression((x, y) -> grey(128 + 40 * Math.sin(3 * x) * Math.cos(4 * y))))
          .isGreaterThan(95);
    }

    @Test
    void stepsAtEveryEighthPixelLookLikeStrongCompression() {
      PaintedFace.Paint blocks =
          (x, y) -> {
            long column = Math.floorDiv(Math.round(320 + 80 * x - 0.5), 8L);
            long row = Math.floorDiv(Math.round(200 + 80 * y - 0.5), 8L);
            return grey(100 + 20 * x + (column * 7 + row * 5) % 4 * 6);
          };

      assertThat(compression(blocks)).isLessThan(20);
    }

    @Test
    void aTinyFaceIsNotAssessed() {
      QualityReport report = face.eyeDistance(8).assess((x, y) -> grey(100 + 9 * x));

      assertThat(report.score(QualityComponent.COMPRESSION)).isEqualTo(QualityReport.NOT_ASSESSED);
    }

    private int compression(PaintedFace.Paint paint) {
      return face.assess(paint).score(QualityComponent.COMPRESSION);
    }
  }

  private static int sharpness(PaintedFace face, PaintedFace.Paint paint) {
    return face.assess(paint).score(QualityComponent.SHARPNESS);
  }

  /**
   * Dark spots a third of the inter-eye distance apart.
   *
   * @param softness width of their edges, in inter-eye distances
   */
  private static PaintedFace.Paint edges(double softness) {
    return (x, y) -> {
      double dx = x - Math.round(3 * x) / 3.0;
      double dy = y - Math.round(3 * y) / 3.0;
      double inside = 0.08 - Math.hypot(dx, dy);
      return grey(180 - 100 / (1 + Math.exp(-2 * inside / softness)));
    };
  }

  private static org.assertj.core.data.Offset<Integer> within(int points) {
    return org.assertj.core.api.Assertions.within(points);
  }
}
