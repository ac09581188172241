package org.facedesk.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.facedesk.engine.Face;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.junit.jupiter.api.Test;

class MathTest {

  @Test
  void aLineThroughPointsIsFound() {
    double[][] rows = {{1, 0}, {1, 1}, {1, 2}, {1, 3}};
    double[][] targets = {{1, 5}, {3, 4}, {5, 3}, {7, 2}};
    double[][] fit = LeastSquares.fit(rows, targets);
    assertThat(fit[0]).containsExactly(new double[] {1, 5}, within(1e-12));
    assertThat(fit[1]).containsExactly(new double[] {2, -1}, within(1e-12));
  }

  @Test
  void aSystemWithoutAUniqueSolutionIsNotANumber() {
    double[][] fit = LeastSquares.fit(new double[][] {{0, 0}, {0, 0}}, new double[][] {{1}, {2}});
    assertThat(fit[0][0]).isNaN();
  }

  @Test
  void quantilesLieBetweenNeighbours() {
    assertThat(Numbers.quantile(new double[] {4, 1, 3, 2, 5}, 0.8)).isCloseTo(4.2, within(1e-12));
    assertThat(Numbers.median(new double[] {4, 1, 3, 2})).isEqualTo(2.5);
    assertThat(Numbers.median(new double[] {})).isNaN();
  }

  @Test
  void quantilesAreThoseOfTheSortedValues() {
    Random random = new Random(20);
    for (int size = 1; size <= 200; size++) {
      double[] values = random.doubles(size).map(v -> Math.rint(50 * v) / 10).toArray();
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      for (double share : new double[] {0, 0.1, 0.5, 0.8, 1}) {
        double place = share * (size - 1);
        double below = sorted[(int) place];
        double above = sorted[(int) Math.ceil(place)];
        assertThat(Numbers.quantile(values, share))
            .isEqualTo(below + (place - (int) place) * (above - below));
      }
    }
  }

  @Test
  void aRotatedStretchKeepsItsSingularValues() {
    double c = Math.cos(0.3);
    double s = Math.sin(0.3);
    double[] values = Numbers.singularValues(2 * c, -5 * s, 2 * s, 5 * c);
    assertThat(values).containsExactly(new double[] {5, 2}, within(1e-12));
  }

  @Test
  void aHullContainsWhatItsCornersEnclose() {
    ConvexHull hull =
        ConvexHull.around(
            List.of(
                new Point(0, 0),
                new Point(4, 0),
                new Point(2, 1),
                new Point(4, 4),
                new Point(0, 4),
                new Point(2, 0)));
    assertThat(hull.corners()).hasSize(4);
    assertThat(hull.contains(2, 2)).isTrue();
    assertThat(hull.contains(4, 2)).as("edge").isTrue();
    assertThat(hull.contains(4.1, 2)).isFalse();
  }

  @Test
  void theEyesLieInTheCropWhereItIsCut() {
    Landmarks face = MadeUpHead.FRONTAL.turned(12, -5).landmarks();
    Point right = CropPicture.place(face, Landmarks.RIGHT_EYE_OUTER);
    Point inner = CropPicture.place(face, Landmarks.RIGHT_EYE_INNER);
    assertThat((right.x() + inner.x()) / 2).isCloseTo(15.5, within(1e-9));
    assertThat((right.y() + inner.y()) / 2).isCloseTo(19.5, within(1e-9));
  }

  @Test
  void aPreparedPictureDoesNotKnowTheLight() {
    byte[] dim = new byte[Face.CROP_SIZE * Face.CROP_SIZE];
    byte[] bright = new byte[dim.length];
    for (int i = 0; i < dim.length; i++) {
      int level = 40 + (i * 31 % 60);
      dim[i] = (byte) level;
      bright[i] = (byte) (2 * level);
    }
    CropPicture a = CropPicture.of(dim);
    CropPicture b = CropPicture.of(bright);
    assertThat(a.value(30, 30)).isCloseTo(b.value(30, 30), within(0.05));
  }
}
