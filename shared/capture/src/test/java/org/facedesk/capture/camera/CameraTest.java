package org.facedesk.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.sarxos.webcam.Webcam;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.facedesk.capture.Clips;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CameraTest {
  private static final Duration SOON = Duration.ofMillis(150);
  private static final Duration LATER = Duration.ofSeconds(20);

  /** Pictures the sensor will take, one for each number put in; -1 pulls the plug. */
  private final BlockingQueue<Integer> sensor = new ArrayBlockingQueue<>(10);

  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);

  private final class Sensor implements PictureReader {
    @Override
    public Frame read() {
      try {
        int number = sensor.take();
        if (number < 0) {
          throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "pulled out");
        }
        return Clips.flat(number, 0);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  private JavaCvDevice device() {
    return new JavaCvDevice(
        "test camera",
        wish -> {
          opened.incrementAndGet();
          return new Sensor();
        });
  }

  private static void assertUnavailable(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE));
  }

  @BeforeEach
  void useOurDriver() {
    Webcam.setDriver(new JavaCvDriver());
  }

  @Test
  void givesEachPictureOnce() {
    sensor.add(1);
    try (Camera camera = Camera.open(device(), LATER, LATER)) {
      assertThat(camera.next().map(Clips::numberOf)).contains(1);
      sensor.add(2);
      assertThat(camera.next().map(Clips::numberOf)).contains(2);
      assertThat(camera.name()).isEqualTo("test camera");
      assertThat(camera.live()).isTrue();
      sensor.add(3);
    }
  }

  @Test
  void givesAPicturesBytesAndSizeUnchanged() {
    sensor.add(200);
    try (Camera camera = Camera.open(device(), LATER, LATER)) {
      Frame frame = camera.next().orElseThrow();
      assertThat(frame.width()).isEqualTo(4);
      assertThat(frame.height()).isEqualTo(2);
      assertThat(frame.bgr()).isEqualTo(Clips.flat(200, 0).bgr());
      sensor.add(-1);
    }
  }

  @Test
  void aSlowCallerGetsTheNewestPicture() {
    sensor.add(1);
    try (Camera camera = Camera.open(device(), LATER, LATER)) {
      assertThat(camera.next()).isPresent();
      for (int number = 2; number < 9; number++) {
        sensor.add(number);
      }
      while (!sensor.isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
      // the last one may still be on its way out of the sensor
      int seen = Clips.numberOf(camera.next().orElseThrow());
      assertThat(seen).isGreaterThanOrEqualTo(7);
      sensor.add(-1);
    }
  }

  @Test
  void aCameraPulledOutIsUnavailableAndWorksAgainWhenReopened() throws InterruptedException {
    JavaCvDevice device = device();
    sensor.add(1);
    try (Camera camera = Camera.open(device, LATER, LATER)) {
      assertThat(camera.next()).isPresent();
      sensor.add(-1);
      assertUnavailable(camera::next);
      assertUnavailable(camera::next);
    }
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    sensor.add(5);
    try (Camera again = Camera.open(device, LATER, LATER)) {
      assertThat(again.next().map(Clips::numberOf)).contains(5);
      sensor.add(-1);
    }
    assertThat(opened).hasValue(2);
  }

  @Test
  void aDeviceThatHangsWhileOpeningIsGivenUp() {
    CountDownLatch never = new CountDownLatch(1);
    JavaCvDevice hanging =
        new JavaCvDevice(
            "hanging",
            wish -> {
              awaitQuietly(never);
              return new Sensor();
            });
    assertUnavailable(() -> Camera.open(hanging, SOON, SOON));
    never.countDown();
  }

  @Test
  void aDeviceThatFallsSilentIsUnavailable() {
    sensor.add(1);
    try (Camera camera = Camera.open(device(), LATER, SOON)) {
      assertThat(camera.next()).isPresent();
      assertUnavailable(camera::next);
      sensor.add(-1);
    }
  }

  @Test
  void aDeviceThatCannotBeOpenedSaysWhy() {
    JavaCvDevice busy =
        new JavaCvDevice(
            "busy",
            wish -> {
              throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "used by another program");
            });
    assertThatThrownBy(() -> Camera.open(busy, LATER, LATER))
        .isInstanceOf(FacedeskException.class)
        .hasMessageContaining("used by another program");
  }

  @Test
  void closingClosesTheDevice() throws InterruptedException {
    sensor.add(1);
    Camera camera = Camera.open(device(), LATER, LATER);
    // a sensor goes on giving pictures; one that fell silent would be the case of a device that
    // hangs
    Thread going =
        Thread.ofVirtual()
            .start(() -> {
              while (closed.getCount() > 0) {
                sensor.add(2);
                LockSupport.parkNanos(1_000_000);
              }
            });
    camera.close();
    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    going.join();
    camera.next();
    assertUnavailable(camera::next);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
