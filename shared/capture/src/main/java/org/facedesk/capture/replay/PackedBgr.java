package org.facedesk.capture.replay;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.core.Frame;

/** Copies pictures out of native memory into {@link Frame}s. */
public final class PackedBgr {
  private PackedBgr() {}

  /**
   * @param picture an 8-bit BGR picture of FFmpeg's, its rows perhaps padded; its buffer belongs to
   *     the grabber and is overwritten by the next one
   */
  public static Frame copy(org.bytedeco.javacv.Frame picture, long timestampMillis) {
    if (picture.imageChannels != 3 || picture.imageDepth != org.bytedeco.javacv.Frame.DEPTH_UBYTE) {
      throw new IllegalArgumentException("not an 8-bit BGR picture");
    }
    int rowBytes = 3 * picture.imageWidth;
    byte[] bgr = new byte[rowBytes * picture.imageHeight];
    ByteBuffer rows = (ByteBuffer) picture.image[0];
    for (int y = 0; y < picture.imageHeight; y++) {
      rows.get(y * picture.imageStride, bgr, y * rowBytes, rowBytes);
    }
    return new Frame(picture.imageWidth, picture.imageHeight, bgr, timestampMillis);
  }

  /**
   * @param picture 8-bit BGR, not empty
   */
  public static Frame copy(Mat picture, long timestampMillis) {
    if (picture.channels() != 3 || picture.elemSize() != 3) {
      throw new IllegalArgumentException("not an 8-bit BGR picture");
    }
    int rowBytes = 3 * picture.cols();
    byte[] bgr = new byte[rowBytes * picture.rows()];
    for (int y = 0; y < picture.rows(); y++) {
      picture.ptr(y).get(bgr, y * rowBytes, rowBytes);
    }
    return new Frame(picture.cols(), picture.rows(), bgr, timestampMillis);
  }

  /**
   * The picture turned clockwise.
   *
   * @param quarters how many times by 90 degrees
   */
  static Frame turned(Frame frame, int quarters) {
    int turns = Math.floorMod(quarters, 4);
    if (turns == 0) {
      return frame;
    }
    int w = frame.width();
    int h = frame.height();
    int newWidth = turns == 2 ? w : h;
    int newHeight = turns == 2 ? h : w;
    byte[] from = frame.bgr();
    byte[] to = new byte[from.length];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int newX = turns == 1 ? h - 1 - y : turns == 2 ? w - 1 - x : y;
        int newY = turns == 1 ? x : turns == 2 ? h - 1 - y : w - 1 - x;
        System.arraycopy(from, 3 * (y * w + x), to, 3 * (newY * newWidth + newX), 3);
      }
    }
    return new Frame(newWidth, newHeight, to, frame.timestampMillis());
  }
}
