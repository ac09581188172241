package org.facedesk.desktop.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import org.junit.jupiter.api.Test;

class GuideOvalTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private final GuideOval oval = GuideOval.of(WIDTH, HEIGHT);

  @Test
  void whatIsOutsideIsDarkerAndWhatIsInsideIsAsItWas() {
    IntBuffer picture = IntBuffer.allocate(WIDTH * HEIGHT);
    for (int i = 0; i < picture.capacity(); i++) {
      picture.put(i, 0xFFC86432);
    }
    oval.veil(picture, WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double place =
            Math.hypot(
                (x + .5 - oval.centreX()) / oval.radiusX(),
                (y + .5 - oval.centreY()) / oval.radiusY());
        if (place < .95) {
          assertThat(picture.get(y * WIDTH + x)).isEqualTo(0xFFC86432);
        } else if (place > 1.05) {
          assertThat(picture.get(y * WIDTH + x)).isEqualTo(0xFF784026);
        }
      }
    }
  }

  @Test
  void theBrightestPixelStaysWithinItsColours() {
    IntBuffer white = IntBuffer.wrap(new int[] {-1, -1, -1, -1});
    GuideOval.of(4, 1).veil(white, 4, 1);
    assertThat(white.get(0)).isEqualTo(0xFF989A9D);
  }
}
