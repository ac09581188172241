package org.facedesk.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CamerasTest {
  private static final CameraInfo BUILT_IN = new CameraInfo(9990, "Built-in");
  private static final CameraInfo USB = new CameraInfo(9992, "USB camera");

  private static void assertUnavailable(Cameras cameras, String which, String message) {
    assertThatThrownBy(() -> cameras.open(which))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE))
        .hasMessageContaining(message);
  }

  @Test
  void aStationWithoutCameraSaysSo() {
    try (Cameras cameras = new Cameras(List::of)) {
      assertThat(cameras.list()).isEmpty();
      assertUnavailable(cameras, "", "there is no camera");
    }
  }

  @Test
  void anUnknownCameraIsNamedInTheRefusal() {
    try (Cameras cameras = new Cameras(() -> List.of(BUILT_IN))) {
      assertUnavailable(cameras, "Telescope", "Telescope");
      assertUnavailable(cameras, "/dev/video7", "/dev/video7");
    }
  }

  /** Its node does not exist, which is how it shows which one was looked for. */
  @Test
  void aCameraIsFoundByNumberNodeNameOrAsTheFirst() {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        System.getProperty("os.name").startsWith("Linux"), "devices are files on Linux only");
    try (Cameras cameras = new Cameras(() -> List.of(BUILT_IN, USB))) {
      assertUnavailable(cameras, "", "/dev/video9990");
      assertUnavailable(cameras, "9992", "/dev/video9992");
      assertUnavailable(cameras, "/dev/video9992", "/dev/video9992");
      assertUnavailable(cameras, "usb", "/dev/video9992");
    }
  }

  @Test
  void comingAndGoingIsTold() throws InterruptedException {
    AtomicReference<List<CameraInfo>> plugged = new AtomicReference<>(List.of(BUILT_IN));
    BlockingQueue<List<CameraInfo>> told = new LinkedBlockingQueue<>();
    try (Cameras cameras = new Cameras(plugged::get)) {
      cameras.watch(Duration.ofMillis(5), told::add);
      plugged.set(List.of(BUILT_IN, USB));
      assertThat(told.poll(10, TimeUnit.SECONDS)).containsExactly(BUILT_IN, USB);
      plugged.set(List.of());
      assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();
      assertThat(told).isEmpty();
    }
  }

  @Test
  void aFaultWhileLookingDoesNotEndTheWatch() throws InterruptedException {
    AtomicReference<@Nullable RuntimeException> fault = new AtomicReference<>();
    AtomicReference<List<CameraInfo>> plugged = new AtomicReference<>(List.of());
    BlockingQueue<List<CameraInfo>> told = new LinkedBlockingQueue<>();
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    DeviceListing listing =
        () -> {
          RuntimeException thrown = fault.getAndSet(null);
          if (thrown != null) {
            asked.add("fault");
            throw thrown;
          }
          return plugged.get();
        };
    try (Cameras cameras = new Cameras(listing)) {
      cameras.watch(Duration.ofMillis(5), told::add);
      fault.set(new IllegalStateException("made up for this test"));
      assertThat(asked.poll(10, TimeUnit.SECONDS)).isEqualTo("fault");
      plugged.set(List.of(USB));
      assertThat(told.poll(10, TimeUnit.SECONDS)).containsExactly(USB);
    }
  }

  @Test
  void thisComputerCanBeAsked() {
    try (Cameras cameras = new Cameras()) {
      assertThat(cameras.list()).doesNotContainNull();
    }
  }
}
