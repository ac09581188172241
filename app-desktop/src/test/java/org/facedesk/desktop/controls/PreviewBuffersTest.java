package org.facedesk.desktop.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class PreviewBuffersTest {
  private final PreviewBuffers buffers = new PreviewBuffers();

  @BeforeAll
  static void startToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void withoutVeil() {
    buffers.veil(false);
  }

  @Test
  void theUiThreadIsToldOnceHoweverManyFramesCome() {
    assertThat(buffers.fill(grey(1))).isTrue();
    assertThat(buffers.fill(grey(2))).isFalse();
    assertThat(buffers.fill(grey(3))).isFalse();
  }

  @Test
  void theNewestFrameWins() {
    buffers.fill(grey(1));
    buffers.fill(grey(200));
    assertThat(shownGrey()).isEqualTo(200);
    assertThat(takeNothing()).isTrue();
  }

  @Test
  void aFrameOfAnotherSizeGetsABufferThatFits() {
    buffers.fill(grey(1));
    assertThat(shownGrey()).isEqualTo(1);
    buffers.fill(new Frame(6, 4, new byte[3 * 6 * 4], 0));
    buffers.fill(new Frame(6, 4, new byte[3 * 6 * 4], 40));
    double width =
        WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> Objects.requireNonNull(buffers.take()).image().getWidth());
    assertThat(width).isEqualTo(6);
  }

  private int shownGrey() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> Objects.requireNonNull(buffers.take()).image().getPixelReader().getArgb(1, 1) & 0xFF);
  }

  private boolean takeNothing() {
    return WaitForAsyncUtils.waitForAsyncFx(5000, () -> buffers.take() == null);
  }

  private static Frame grey(int value) {
    byte[] bgr = new byte[3 * 4 * 2];
    Arrays.fill(bgr, (byte) value);
    return new Frame(4, 2, bgr, value);
  }
}
