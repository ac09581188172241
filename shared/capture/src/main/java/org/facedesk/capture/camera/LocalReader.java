package org.facedesk.capture.camera;

import java.awt.Dimension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.opencv.global.opencv_videoio;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_videoio.VideoCapture;
import org.bytedeco.opencv.opencv_videoio.VideoWriter;
import org.facedesk.capture.replay.PackedBgr;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;

/**
 * A device of this computer, read by OpenCV. Asks for MJPEG first: over USB 2 a camera has no
 * bandwidth for 1280 x 720 uncompressed at its full rate.
 */
final class LocalReader implements PictureReader {
  private final VideoCapture capture;
  private final Mat picture = new Mat();

  private LocalReader(VideoCapture capture) {
    this.capture = capture;
  }

  /**
   * @param wish the size asked for; the device may choose another one
   */
  static LocalReader open(CameraInfo camera, Dimension wish) {
    refuseIfMissing(camera);
    VideoCapture asWished = opened(camera);
    asWished.set(
        opencv_videoio.CAP_PROP_FOURCC,
        VideoWriter.fourcc((byte) 'M', (byte) 'J', (byte) 'P', (byte) 'G'));
    asWished.set(opencv_videoio.CAP_PROP_FRAME_WIDTH, wish.width);
    asWished.set(opencv_videoio.CAP_PROP_FRAME_HEIGHT, wish.height);
    // the newest picture matters, not every one; a backend without buffers ignores it
    asWished.set(opencv_videoio.CAP_PROP_BUFFERSIZE, 1);
    if (givesPictures(asWished)) {
      return new LocalReader(asWished);
    }
    close(asWished);
    VideoCapture asItIs = opened(camera);
    if (givesPictures(asItIs)) {
      return new LocalReader(asItIs);
    }
    close(asItIs);
    throw unavailable(camera.name() + " opens but gives no pictures");
  }

  private static void refuseIfMissing(CameraInfo camera) {
    Path node = Path.of("/dev/video" + camera.number());
    if (backend() == opencv_videoio.CAP_V4L2 && !Files.exists(node)) {
      throw unavailable("there is no " + node);
    }
  }

  private static VideoCapture opened(CameraInfo camera) {
    VideoCapture capture = new VideoCapture(camera.number(), backend());
    if (!capture.isOpened()) {
      close(capture);
      throw unavailable(camera.name() + " cannot be opened");
    }
    return capture;
  }

  private static int backend() {
    String os = System.getProperty("os.name", "");
    if (os.startsWith("Linux")) {
      return opencv_videoio.CAP_V4L2;
    }
    return os.startsWith("Windows") ? opencv_videoio.CAP_DSHOW : opencv_videoio.CAP_AVFOUNDATION;
  }

  private static boolean givesPictures(VideoCapture capture) {
    try (Mat probe = new Mat()) {
      return capture.read(probe) && !probe.empty();
    }
  }

  @Override
  public Frame read() {
    if (!capture.read(picture) || picture.empty()) {
      throw unavailable("the camera stopped giving pictures");
    }
    return PackedBgr.copy(picture, Duration.ofNanos(System.nanoTime()).toMillis());
  }

  @Override
  public void close() {
    picture.close();
    close(capture);
  }

  private static void close(VideoCapture capture) {
    capture.release();
    capture.close();
  }

  private static FacedeskException unavailable(String why) {
    return new FacedeskException(ErrorCode.CAMERA_UNAVAILABLE, why);
  }
}
