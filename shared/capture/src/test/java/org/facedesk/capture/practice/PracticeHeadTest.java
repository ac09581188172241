package org.facedesk.capture.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PracticeHeadTest {
  private static final HeadMesh MESH = HeadMesh.load();
  private final PracticeHead head = new PracticeHead();

  private Frame draw(HeadState state) {
    return head.render(state, 1, 7, 0);
  }

  /** Mean of green in a square around a place. */
  private static double green(Frame frame, double x, double y, int half) {
    double sum = 0;
    int count = 0;
    for (int row = (int) y - half; row <= y + half; row++) {
      for (int col = (int) x - half; col <= x + half; col++) {
        sum += frame.bgr()[3 * (row * frame.width() + col) + 1] & 0xFF;
        count++;
      }
    }
    return sum / count;
  }

  private static double difference(Frame one, Frame other, int x0, int y0, int x1, int y1) {
    double sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        int p = 3 * (y * one.width() + x) + 1;
        sum += Math.abs((one.bgr()[p] & 0xFF) - (other.bgr()[p] & 0xFF));
      }
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }

  @Test
  void theSameSeedGivesTheSamePictureAndAnotherSeedDoesNot() {
    Frame one = head.render(HeadState.REST, 1, 7, 0);
    assertThat(head.render(HeadState.REST, 1, 7, 0).bgr()).isEqualTo(one.bgr());
    Frame other = head.render(HeadState.REST, 1, 8, 0);
    assertThat(difference(one, other, 0, 0, 640, 480)).isBetween(1.5, 4.0);
  }

  @Test
  void noiseIsEverywhere() {
    Frame one = head.render(HeadState.REST, 1, 1, 0);
    Frame other = head.render(HeadState.REST, 1, 2, 0);
    for (int y = 0; y < 480; y += 32) {
      for (int x = 0; x < 640; x += 32) {
        assertThat(difference(one, other, x, y, x + 32, y + 32)).isGreaterThan(.5);
      }
    }
  }

  @Test
  void closedEyesHideTheIris() {
    // between the lids, right eye
    double x = (MESH.x()[159] + MESH.x()[145]) / 2;
    double y = (MESH.y()[159] + MESH.y()[145]) / 2;
    double open = green(draw(new HeadState(0, 8, 3, 0, 1, 0, 0)), x, y, 3);
    double shut = green(draw(new HeadState(0, 8, 3, 1, 1, 0, 0)), x, y, 3);
    assertThat(shut - open).isGreaterThan(30);
  }

  @Test
  void aTurnMovesTheFaceAndLeavesTheBorder() {
    Frame ahead = draw(HeadState.REST);
    Frame aside = draw(HeadState.REST.turned(17, 0));
    assertThat(difference(ahead, aside, 250, 150, 400, 330)).isGreaterThan(15);
    assertThat(difference(ahead, aside, 0, 0, 60, 20)).isZero();
    assertThat(difference(ahead, aside, 580, 460, 640, 480)).isZero();
  }

  @Test
  void lightChangesTheWholePicture() {
    double dark = green(head.render(HeadState.REST, .8, 7, 0), 320, 240, 60);
    double bright = green(head.render(HeadState.REST, 1, 7, 0), 320, 240, 60);
    assertThat(dark / bright).isBetween(.77, .83);
  }

  @ParameterizedTest
  @EnumSource(
      value = Person.class,
      names = {"BEARDED", "LONG_NOSED"})
  void otherPeopleHaveOtherFacesBeforeTheSameWall(Person person) {
    Frame other = new PracticeHead(person).render(HeadState.REST, 1, 7, 0);
    Frame portrait = draw(HeadState.REST);
    assertThat(difference(portrait, other, 250, 150, 400, 330)).isGreaterThan(15);
    assertThat(difference(portrait, other, 0, 0, 60, 20)).isZero();
  }

  @Test
  void oneCoreDrawsThirtyFramesASecond() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (int i = 0; i < 40; i++) {
      draw(HeadState.REST.turned(i / 2., 0));
    }
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < 30; i++) {
      draw(HeadState.REST.turned(i / 2., 0));
    }
    assertThat(threads.getCurrentThreadCpuTime() - before).isLessThan(1_000_000_000L);
  }
}
