package org.facedesk.capture.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamDevice;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.facedesk.capture.FramePump;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.SourceState;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Devices that do what devices should not: none of them ends more than its own use. */
@Timeout(60)
class OddDevicesTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration LATER = Duration.ofSeconds(20);

  /** What an odd device does instead of giving a picture. */
  enum Oddity {
    THROWS,
    FAILS_TO_LINK,
    GIVES_NOTHING,
    GIVES_ANOTHER_KIND_OF_PICTURE,
    HANGS
  }

  /** Gives one picture, then does what is odd. */
  private static final class Odd implements WebcamDevice {
    private final @Nullable Oddity oddity;
    private final CountDownLatch never = new CountDownLatch(1);
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger given = new AtomicInteger();
    volatile boolean pulledOut;
    private volatile boolean open;

    Odd(@Nullable Oddity oddity) {
      this.oddity = oddity;
    }

    @Override
    public String getName() {
      return "odd";
    }

    @Override
    public Dimension[] getResolutions() {
      return new Dimension[] {JavaCvDevice.HD};
    }

    @Override
    public Dimension getResolution() {
      return JavaCvDevice.HD;
    }

    @Override
    public void setResolution(Dimension size) {}

    @Override
    public @Nullable BufferedImage getImage() {
      int number = given.incrementAndGet();
      if (pulledOut) {
        throw new IllegalStateException("pulled out");
      }
      if (number == 1 || oddity == null) {
        // sizes that change in the middle of a stream, as some devices have it
        return new BufferedImage(3 + number % 2, 2, BufferedImage.TYPE_3BYTE_BGR);
      }
      return switch (oddity) {
        case THROWS -> throw new IllegalStateException("made up for this test");
        case FAILS_TO_LINK -> throw new UnsatisfiedLinkError("made up for this test");
        case GIVES_NOTHING -> null;
        case GIVES_ANOTHER_KIND_OF_PICTURE -> new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
        case HANGS -> hang();
      };
    }

    private @Nullable BufferedImage hang() {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return null;
    }

    @Override
    public void open() {
      open = true;
      opened.incrementAndGet();
    }

    @Override
    public void close() {
      open = false;
    }

    @Override
    public void dispose() {
      open = false;
    }

    @Override
    public boolean isOpen() {
      return open;
    }
  }

  private final BlockingQueue<SourceState> states = new LinkedBlockingQueue<>();
  private final BlockingQueue<Frame> shown = new LinkedBlockingQueue<>();

  @BeforeEach
  void useOurDriver() {
    Webcam.setDriver(new JavaCvDriver());
  }

  private FramePump pump(Supplier<FrameSource> opening) {
    return new FramePump(
        "odd",
        opening,
        new FramePump.Listener() {
          @Override
          public void frame(Frame frame) {
            shown.add(frame);
          }

          @Override
          public void state(SourceState state) {
            states.add(state);
          }
        });
  }

  private SourceState.Lost awaitLost() throws InterruptedException {
    while (true) {
      SourceState state = states.poll(20, TimeUnit.SECONDS);
      assertThat(state).isNotNull().isNotInstanceOf(SourceState.Failed.class);
      if (state instanceof SourceState.Lost lost) {
        return lost;
      }
    }
  }

  private void awaitFrame() throws InterruptedException {
    assertThat(shown.poll(20, TimeUnit.SECONDS)).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void anOddDeviceIsUnavailableAndComesBackByItselfWhenItBehaves(Oddity oddity)
      throws InterruptedException {
    Odd device = new Odd(oddity);
    AtomicReference<Odd> plugged = new AtomicReference<>(device);
    try (FramePump _ = pump(() -> Camera.open(plugged.get(), LATER, SOON))) {
      assertThat(awaitLost().why().code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE);
      Odd again = new Odd(null);
      plugged.set(again);
      shown.clear();
      awaitFrame();
      assertThat(again.opened).hasValue(1);
    } finally {
      device.never.countDown();
    }
  }

  @Test
  void aSizeThatChangesInTheMiddleOfAStreamIsTakenAsItComes() {
    Odd device = new Odd(null);
    try (Camera camera = Camera.open(device, LATER, LATER)) {
      for (int i = 0; i < 10; i++) {
        assertThat(camera.next().orElseThrow().width()).isIn(3, 4);
      }
    }
  }

  @Test
  void aCameraThatIsPulledOutInTheMiddleAndPluggedInAgainGoesOn() throws InterruptedException {
    Odd first = new Odd(null);
    AtomicReference<@Nullable Odd> plugged = new AtomicReference<>(first);
    Supplier<FrameSource> opening =
        () -> {
          Odd device = plugged.get();
          if (device == null) {
            throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "there is no camera");
          }
          return Camera.open(device, LATER, SOON);
        };
    try (FramePump pump = pump(opening)) {
      awaitFrame();
      plugged.set(null);
      first.pulledOut = true;
      awaitLost();
      awaitLost(); // tried again, and still not there
      plugged.set(new Odd(null));
      pump.retry(); // what the watch over the devices says
      shown.clear();
      awaitFrame();
    }
  }

  @Test
  void aListThatCannotBeReadIsACameraThatIsNotThere() {
    try (Cameras cameras =
        new Cameras(() -> {
          throw new UncheckedIOException(new IOException("made up for this test"));
        })) {
      assertThatThrownBy(() -> cameras.open(""))
          .isInstanceOfSatisfying(
              FacedeskException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.CAMERA_UNAVAILABLE));
    }
  }

  @Test
  void aSizeIsWishedForAtEachOpening() {
    AtomicReference<Dimension> wish = new AtomicReference<>(new Dimension(800, 600));
    AtomicReference<@Nullable Dimension> asked = new AtomicReference<>();
    JavaCvDevice device =
        new JavaCvDevice(
            "sized",
            size -> {
              asked.set(size);
              throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "for this test");
            });
    for (Dimension size : List.of(new Dimension(800, 600), new Dimension(1920, 1080))) {
      wish.set(size);
      assertThatThrownBy(() -> Camera.open(device, wish.get()))
          .isInstanceOf(FacedeskException.class);
      assertThat(asked.get()).isEqualTo(size);
    }
  }
}
