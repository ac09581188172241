package org.facedesk.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.facedesk.core.Frame;
import org.facedesk.engine.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttackClipTest {
  private static final int SIZE = 200;
  private static final Pose REST = new Pose(0, 0, 0, 0, 0, 0, 0, 1);

  /** Grey that grows to the right, so that a place can be read from a shade. */
  private static final Photograph RAMP = ramp();

  private static Photograph ramp() {
    byte[] bgr = new byte[3 * SIZE * SIZE];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = (byte) (i / 3 % SIZE);
    }
    return new Photograph(
        "ramp", new Frame(SIZE, SIZE, bgr, 0), new Point(SIZE / 2.0, SIZE / 2.0), 60, true);
  }

  private static float[] seen(Pose pose, double pivotX) {
    Handling handling = new Handling(List.of(pose), 0, pivotX, 0);
    PrintCamera camera =
        new PrintCamera(RAMP, handling, SIZE, SIZE, RAMP.eyeDistance(), new SplittableRandom(3));
    float[] light = new float[3 * SIZE * SIZE];
    camera.expose(pose, 1, light);
    return light;
  }

  private static float at(float[] light, int column) {
    return light[3 * (SIZE / 2 * SIZE + column)];
  }

  private static double difference(float[] one, float[] other) {
    double largest = 0;
    for (int i = 0; i < one.length; i++) {
      largest = Math.max(largest, Math.abs(one[i] - other[i]));
    }
    return largest;
  }

  @Test
  void atRestTheCameraSeesThePicture() {
    float[] light = seen(REST, 0);
    float middle = at(light, SIZE / 2);
    assertThat(at(light, SIZE / 2 + 50) / middle).isCloseTo(1.5f, within(.02f));
    assertThat(at(light, SIZE / 2 - 50) / middle).isCloseTo(.5f, within(.02f));
  }

  @Test
  void whereAPrintIsHeldMakesNoDifferenceAtRest() {
    assertThat(difference(seen(REST, .8), seen(REST, 0))).isLessThan(.05);
  }

  @Test
  void aTiltedPrintIsForeshortened() {
    float[] light = seen(new Pose(60, 0, 0, 0, 0, 0, 0, 1), 0);
    float middle = at(light, SIZE / 2);
    double across = (at(light, SIZE / 2 + 10) - at(light, SIZE / 2 - 10)) / middle * SIZE / 2;
    assertThat(across).as("20 pixels at a cosine of one half").isCloseTo(40, within(2.0));
  }

  @Test
  void aHardlyBentPrintLooksLikeAFlatOne() {
    float[] bent = seen(new Pose(30, 10, 5, 0, 0, 0, 1e-7, 1), 0);
    float[] flat = seen(new Pose(30, 10, 5, 0, 0, 0, 0, 1), 0);
    assertThat(difference(bent, flat)).isLessThan(.1);
  }

  @Test
  void aBentPrintTurnsItsSidesAway() {
    float[] bent = seen(new Pose(0, 0, 0, 0, 0, 0, .01, 1), 0);
    float[] flat = seen(REST, 0);
    float right = at(bent, SIZE / 2 + 60) / at(bent, SIZE / 2);
    assertThat(right).isGreaterThan(at(flat, SIZE / 2 + 60) / at(flat, SIZE / 2));
  }

  @ParameterizedTest
  @EnumSource(Course.class)
  void coursesStayWithinOne(Course course) {
    for (int seed = 0; seed < 200; seed++) {
      double[] values = course.draw(new SplittableRandom(seed), 60);
      assertThat(values).hasSize(60);
      for (double value : values) {
        assertThat(value).isBetween(-1.0, 1.0);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Species.class)
  void noPrintIsTiltedBeyondItsBounds(Species species) {
    for (int seed = 0; seed < 200; seed++) {
      for (Pose pose : Handling.of(species, 80, new SplittableRandom(seed)).poses()) {
        assertThat(Math.max(Math.abs(pose.yaw()), Math.abs(pose.pitch())))
            .isLessThanOrEqualTo(Handling.STEEPEST);
        assertThat(pose.curvature() != 0).isEqualTo(species == Species.BENT);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameFrames() {
    List<byte[]> once = frames(7);
    List<byte[]> again = frames(7);
    assertThat(again).hasSameSizeAs(once);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i)).isEqualTo(once.get(i));
    }
    assertThat(frames(8).getFirst()).isNotEqualTo(once.getFirst());
  }

  private static List<byte[]> frames(long seed) {
    List<byte[]> frames = new ArrayList<>();
    try (AttackClip clip = AttackClip.of(Species.BENT, RAMP, new SplittableRandom(seed))) {
      for (Optional<Frame> f = clip.next(); f.isPresent(); f = clip.next()) {
        frames.add(f.get().bgr());
      }
    }
    return frames;
  }
}
