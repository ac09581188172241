package org.facedesk.capture.camera;

import com.github.sarxos.webcam.Webcam;
import java.awt.Dimension;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cameras of this computer: what there is, what comes and goes, and opening one. Thread-safe.
 */
public final class Cameras implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);
  private static final Pattern NODE = Pattern.compile("(?:/dev/video)?(\\d{1,4})");

  private final DeviceListing listing;
  private final Supplier<Dimension> wish;
  private @Nullable ScheduledExecutorService watch;

  /** Cameras are asked for 1280 × 720. */
  public Cameras() {
    this(DeviceListing.ofThisPlatform());
  }

  /**
   * @param wish the size that cameras are asked for, in pixels, asked at each opening
   */
  public static Cameras wishing(Supplier<Dimension> wish) {
    return new Cameras(DeviceListing.ofThisPlatform(), wish);
  }

  Cameras(DeviceListing listing) {
    this(listing, () -> JavaCvDevice.HD);
  }

  private Cameras(DeviceListing listing, Supplier<Dimension> wish) {
    this.listing = listing;
    this.wish = wish;
    Webcam.setDriver(new JavaCvDriver(listing));
  }

  /**
   * The cameras that are plugged in now, in the platform's order.
   *
   * @throws FacedeskException CAMERA_UNAVAILABLE if the platform does not say
   */
  public List<CameraInfo> list() {
    try {
      return listing.cameras();
    } catch (UncheckedIOException e) {
      // a device that goes while its folder is read
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "the cameras cannot be listed", e);
    }
  }

  /**
   * Opens a camera and returns when it has given its first picture, some seconds later at worst.
   *
   * @param which a number, {@code /dev/videoN}, a name from {@link #list} (its beginning will do,
   *     in any case), an address ({@code rtsp://…}, {@code http://…}), or empty for the first one
   * @throws FacedeskException CAMERA_UNAVAILABLE if there is no such camera or it does not work
   */
  public FrameSource open(String which) {
    String wanted = which.strip();
    if (AddressReader.isAddress(wanted)) {
      return Camera.open(JavaCvDriver.device(wanted), wish.get());
    }
    return Camera.open(JavaCvDriver.device(find(wanted)), wish.get());
  }

  private CameraInfo find(String wanted) {
    List<CameraInfo> cameras = list();
    if (cameras.isEmpty()) {
      throw new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, "there is no camera");
    }
    if (wanted.isEmpty()) {
      return cameras.getFirst();
    }
    Matcher node = NODE.matcher(wanted);
    return cameras.stream()
        .filter(camera ->
            node.matches()
                ? camera.number() == Integer.parseInt(node.group(1))
                : camera.name().regionMatches(true, 0, wanted, 0, wanted.length()))
        .findFirst()
        .orElseThrow(() ->
            new FacedeskException(
                ErrorCode.CAMERA_UNAVAILABLE, "there is no camera \"" + wanted + "\""));
  }

  /**
   * Tells whenever the list has changed: a camera was plugged in or pulled out. One watcher at a
   * time; it ends with {@link #close}.
   *
   * @param every how often to look
   * @param changed called on a thread of this object's own with the new list
   */
  public synchronized void watch(Duration every, Consumer<List<CameraInfo>> changed) {
    if (watch != null) {
      throw new IllegalStateException("already watching");
    }
    Watcher watcher = new Watcher(list(), changed);
    watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("camera watch").factory());
    var _ =
        watch.scheduleWithFixedDelay(
            watcher::look, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private final class Watcher {
    private final Consumer<List<CameraInfo>> changed;
    private List<CameraInfo> known;

    Watcher(List<CameraInfo> known, Consumer<List<CameraInfo>> changed) {
      this.known = known;
      this.changed = changed;
    }

    /** A fault is logged and does not end the watch. */
    void look() {
      try {
        List<CameraInfo> now = list();
        if (!now.equals(known)) {
          known = now;
          changed.accept(now);
        }
      } catch (RuntimeException e) {
        LOG.error("Looking for cameras failed", e);
      }
    }
  }

  /** Ends the watch; open cameras are their owners' to close. */
  @Override
  public synchronized void close() {
    if (watch != null) {
      watch.shutdownNow();
      watch = null;
    }
  }
}
