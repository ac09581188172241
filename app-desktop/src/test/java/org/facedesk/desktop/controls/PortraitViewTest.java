package org.facedesk.desktop.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.facedesk.engine.Box;
import org.junit.jupiter.api.Test;

class PortraitViewTest {
  @Test
  void aFaceInTheMiddleGetsRoomAroundIt() {
    Rectangle2D cut = PortraitView.around(new Box(270, 180, 370, 300), 640, 480);
    assertThat(cut.getMinX()).isLessThan(270);
    assertThat(cut.getMaxX()).isGreaterThan(370);
    assertThat(cut.getMinY()).isLessThan(180);
    assertThat(cut.getMaxY()).isGreaterThan(300);
  }

  @Test
  void aFaceInTheCornerStaysWithinTheFrame() {
    Rectangle2D cut = PortraitView.around(new Box(-20, -30, 180, 220), 640, 480);
    assertThat(cut.getMinX()).isZero();
    assertThat(cut.getMinY()).isZero();
    assertThat(cut.getMaxX()).isLessThanOrEqualTo(640);
    assertThat(cut.getMaxY()).isLessThanOrEqualTo(480);
  }

  @Test
  void aFaceLargerThanTheFrameIsCutToIt() {
    Rectangle2D cut = PortraitView.around(new Box(0, 0, 640, 480), 640, 480);
    assertThat(cut.getHeight()).isLessThanOrEqualTo(480);
    assertThat(cut.getWidth() * 1.25).isEqualTo(cut.getHeight());
  }
}
