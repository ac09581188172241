package org.facedesk.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.facedesk.engine.Calibration;
import org.facedesk.engine.Calibration.Table;
import org.facedesk.engine.Template;
import org.junit.jupiter.api.Test;

class CalibrationStudyTest {
  /** 120 people with six pictures each: a random direction a person, disturbed in every picture. */
  private static Map<String, List<Template>> people() {
    Random random = new Random(3);
    Map<String, List<Template>> people = new HashMap<>();
    for (int p = 0; p < 120; p++) {
      float[] centre = gaussian(random);
      List<Template> pictures = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        float[] noise = gaussian(random);
        float[] vector = new float[16];
        for (int k = 0; k < vector.length; k++) {
          vector[k] = centre[k] + 0.6f * noise[k];
        }
        pictures.add(Template.normalised("m", 1, vector));
      }
      people.put("person " + p, pictures);
    }
    return people;
  }

  private static float[] gaussian(Random random) {
    float[] vector = new float[16];
    for (int k = 0; k < vector.length; k++) {
      vector[k] = (float) random.nextGaussian();
    }
    return vector;
  }

  @Test
  void countsEveryComparisonOfPicturesOnce() {
    Table single = CalibrationStudy.measure(people(), "made up").content().tables().getFirst();

    assertThat(single.nonMatedComparisons()).isEqualTo(6L * 6 * 120 * 119 / 2);
    assertThat(single.matedComparisons()).isEqualTo(120 * 15);
  }

  @Test
  void givesOnlyRatesThatWereSeenOftenEnough() {
    Table single = CalibrationStudy.measure(people(), "made up").content().tables().getFirst();

    // 7,140 pairs of people: twenty of them are expected at a rate of 0.0028.
    assertThat(single.points().getLast().falseMatchRate()).isEqualTo(3e-3);
  }

  @Test
  void fusingSamplesRecognisesMoreAtTheSameRate() {
    List<Table> tables = CalibrationStudy.measure(people(), "made up").content().tables();

    assertThat(trueMatchRate(tables.get(1))).isGreaterThan(trueMatchRate(tables.get(0)));
    assertThat(trueMatchRate(tables.get(2))).isGreaterThan(trueMatchRate(tables.get(1)));
  }

  @Test
  void theResultIsACalibrationOfThatModel() {
    Calibration calibration = CalibrationStudy.measure(people(), "made up");

    assertThat(calibration.modelId()).isEqualTo("m");
    assertThat(calibration.confidence(1, 1, 0.1)).isGreaterThan(0.9);
    assertThat(calibration.confidence(1, 1, 1.4)).isCloseTo(0, within(0.05));
  }

  private static double trueMatchRate(Table table) {
    return table.points().get(2).trueMatchRate();
  }
}
