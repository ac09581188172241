package org.facedesk.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.engine.quality.PaintedFace.grey;

import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LightTest {
  private static final int SKIN = 0xC69C82;

  private final PaintedFace face = PaintedFace.usual();

  @Nested
  class Brightness {
    @Test
    void middlingSkinIsNeitherTooDarkNorTooBright() {
      QualityReport report = face.assess((x, y) -> SKIN);

      assertThat(report.score(QualityComponent.UNDER_EXPOSURE)).isEqualTo(100);
      assertThat(report.score(QualityComponent.OVER_EXPOSURE)).isEqualTo(100);
      assertThat(report.score(QualityComponent.LUMINANCE_MEAN)).isGreaterThan(80);
    }

    @Test
    void aFaceInTheDarkIsUnderExposed() {
      QualityReport report = face.assess((x, y) -> grey(40));

      assertThat(report.score(QualityComponent.UNDER_EXPOSURE)).isZero();
      assertThat(report.score(QualityComponent.LUMINANCE_MEAN)).isLessThan(5);
    }

    @Test
    void aTenthOfTheFaceBurntOutCostsMostOfTheScore() {
      QualityReport report = face.assess((x, y) -> y < -0.45 ? grey(255) : SKIN);

      assertThat(report.score(QualityComponent.OVER_EXPOSURE)).isBetween(2, 12);
    }

    @Test
    void brightnessBehindTheFaceDoesNotMatter() {
      QualityReport plain = face.assess((x, y) -> SKIN);
      QualityReport lit = face.assess((x, y) -> Math.abs(x) > 2 ? grey(255) : SKIN);

      assertThat(lit).isEqualTo(plain);
    }

    @Test
    void luminanceIsLinearLight() {
      assertThat(LuminanceMean.scoreOf(0.2)).isEqualTo(50);
      assertThat(Luminance.linear(118 / 255.0)).isBetween(0.18, 0.182);
    }
  }

  @Nested
  class Evenness {
    @Test
    void aFaceLitFromTheFrontIsEven() {
      QualityReport report =
          face.assess((x, y) -> grey(130 + 20 * Math.cos(9 * x) * Math.sin(9 * y)));

      assertThat(report.score(QualityComponent.ILLUMINATION_UNIFORMITY)).isGreaterThan(85);
    }

    @Test
    void aFaceLitFromOneSideIsNot() {
      QualityReport report = face.assess((x, y) -> grey(x < 0 ? 200 : 70));

      assertThat(report.score(QualityComponent.ILLUMINATION_UNIFORMITY)).isZero();
    }

    @Test
    void flatLightHasNoRange() {
      QualityReport flat = face.assess((x, y) -> grey(120));
      QualityReport shaded = face.assess((x, y) -> grey(120 + 60 * x));

      assertThat(flat.score(QualityComponent.DYNAMIC_RANGE)).isZero();
      assertThat(flat.score(QualityComponent.LUMINANCE_VARIANCE)).isZero();
      assertThat(shaded.score(QualityComponent.DYNAMIC_RANGE)).isGreaterThan(70);
    }
  }

  @Nested
  class Colour {
    @Test
    void skinIsNaturalAndBlueIsNot() {
      assertThat(face.assess((x, y) -> SKIN).score(QualityComponent.NATURAL_COLOUR)).isEqualTo(100);
      assertThat(face.assess((x, y) -> 0x6070C0).score(QualityComponent.NATURAL_COLOUR)).isZero();
    }

    @Test
    void agreesWithTheReferencesFormula() {
      assertThat(NaturalColour.scoreOf(200, 120, 60)).isEqualTo(49);
      assertThat(NaturalColour.scoreOf(150, 140, 135)).isEqualTo(90);
    }
  }

  @Test
  void aFaceMostlyBeyondTheEdgeIsNotJudgedByItsLight() {
    QualityReport report = face.at(-20, 200).assess((x, y) -> SKIN);

    assertThat(report.score(QualityComponent.LUMINANCE_MEAN)).isEqualTo(QualityReport.NOT_ASSESSED);
    assertThat(report.score(QualityComponent.OVER_EXPOSURE)).isEqualTo(QualityReport.NOT_ASSESSED);
    assertThat(report.score(QualityComponent.ILLUMINATION_UNIFORMITY))
        .isEqualTo(QualityReport.NOT_ASSESSED);
  }
}
