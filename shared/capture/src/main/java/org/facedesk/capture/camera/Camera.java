package org.facedesk.capture.camera;

import com.github.sarxos.webcam.Webcam;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.facedesk.capture.FrameSource;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open camera. Its own daemon thread opens, reads and closes the device and keeps the newest
 * picture; {@link #next} waits for a newer one than the last, so a slow caller misses pictures and
 * never sees old ones. A device that hangs leaves its thread behind and is reported as unavailable
 * after a while.
 *
 * <p>Times are those of {@link System#nanoTime}, in milliseconds.
 */
public final class Camera implements FrameSource {
  /** Opening starts the sensor, and tries a second size where the first one fails. */
  static final Duration OPENING = Duration.ofSeconds(15);

  static final Duration SILENCE = Duration.ofSeconds(6);

  private static final Logger LOG = LoggerFactory.getLogger(Camera.class);
  private static final double USUAL_FRAMES_PER_SECOND = 30;

  private final Webcam webcam;
  private final Dimension wish;
  private final Duration silence;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private @Nullable Frame newest;
  private @Nullable FacedeskException failure;
  private boolean closing;
  private boolean opened;

  /**
   * Opens the device and returns when it has given its first picture.
   *
   * @param wish the size it is asked for
   */
  static Camera open(WebcamDevice device, Dimension wish) {
    return open(device, wish, OPENING, SILENCE);
  }

  static Camera open(WebcamDevice device, Duration opening, Duration silence) {
    return open(device, JavaCvDevice.HD, opening, silence);
  }

  private static Camera open(
      WebcamDevice device, Dimension wish, Duration opening, Duration silence) {
    Camera camera = new Camera(device, wish, silence);
    camera.thread.start();
    try {
      camera.awaitOpened(opening);
      return camera;
    } catch (FacedeskException e) {
      camera.close();
      throw e;
    }
  }

  private Camera(WebcamDevice device, Dimension wish, Duration silence) {
    this.wish = wish;
    this.webcam = new DeviceWebcam(device);
    this.silence = silence;
    this.thread =
        Thread.ofPlatform().daemon().name("camera " + device.getName()).unstarted(this::run);
  }

  /** webcam-capture makes webcams only from its own list, which network cameras are not in. */
  private static final class DeviceWebcam extends Webcam {
    DeviceWebcam(WebcamDevice device) {
      super(device);
    }
  }

  private void run() {
    try {
      // a file beside the temporary ones is no lock: the device itself refuses a second reader
      webcam.getLock().disable();
      webcam.setCustomViewSizes(wish, JavaCvDevice.HD, JavaCvDevice.VGA);
      webcam.setViewSize(wish);
      webcam.open();
      while (publish(webcam.getImage())) {
        // the device sets the pace
      }
    } catch (FacedeskException e) {
      fail(e);
    } catch (WebcamException e) {
      fail(unavailable(e));
    } catch (RuntimeException | LinkageError e) {
      LOG.error("Camera thread ended by a fault", e);
      fail(unavailable(e));
    } finally {
      webcam.close();
    }
  }

  private FacedeskException unavailable(Throwable cause) {
    return cause.getCause() instanceof FacedeskException known
        ? known
        : new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, name() + " cannot be used", cause);
  }

  /** Keeps the picture for whoever waits; false when the camera is to close. */
  private boolean publish(@Nullable BufferedImage image) {
    if (image == null) {
      throw new FacedeskException(
          ErrorCode.CAMERA_UNAVAILABLE, name() + " stopped giving pictures");
    }
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    Frame frame =
        new Frame(
            image.getWidth(),
            image.getHeight(),
            bgr,
            Duration.ofNanos(System.nanoTime()).toMillis());
    lock.lock();
    try {
      newest = frame;
      opened = true;
      news.signalAll();
      return !closing;
    } finally {
      lock.unlock();
    }
  }

  private void fail(FacedeskException why) {
    lock.lock();
    try {
      failure = why;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void awaitOpened(Duration opening) {
    lock.lock();
    try {
      long left = opening.toNanos();
      while (!opened && failure == null && left > 0) {
        left = news.awaitNanos(left);
      }
      if (opened) {
        return; // what happened since is told by next()
      }
      throw failure != null
          ? failure
          : new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, name() + " does not answer");
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a picture that was not yet given; never empty. */
  @Override
  public Optional<Frame> next() {
    lock.lock();
    try {
      long left = silence.toNanos();
      while (newest == null && failure == null && !closing && left > 0) {
        left = news.awaitNanos(left);
      }
      Frame frame = newest;
      newest = null;
      if (frame != null) {
        return Optional.of(frame);
      }
      if (failure != null) {
        throw failure;
      }
      throw new FacedeskException(
          ErrorCode.CAMERA_UNAVAILABLE,
          name() + (closing ? " was closed" : " has given no picture for a while"));
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
  }

  private FacedeskException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new FacedeskException(
        ErrorCode.CAMERA_UNAVAILABLE, name() + " was given up while waiting for it", cause);
  }

  @Override
  public String name() {
    return webcam.getName();
  }

  @Override
  public double framesPerSecond() {
    return USUAL_FRAMES_PER_SECOND;
  }

  @Override
  public boolean live() {
    return true;
  }

  /** Returns when the device is closed, or after a while without waiting for one that hangs. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      if (!thread.join(Duration.ofNanos(TimeUnit.SECONDS.toNanos(2)))) {
        LOG.warn("{} does not close; its thread is left behind", name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
