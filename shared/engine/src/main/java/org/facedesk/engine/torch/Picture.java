package org.facedesk.engine.torch;

import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.facedesk.core.Frame;

/**
 * A frame in native memory, with its half-size versions made when first asked for: shrinking by
 * more than two needs area averaging, or fine detail turns into noise. Used by one thread, inside
 * the {@code PointerScope} that is open when it is made.
 */
final class Picture {
  private final List<Mat> levels = new ArrayList<>();

  private Picture(Mat full) {
    levels.add(full);
  }

  static Picture of(Frame frame) {
    Mat full = new Mat(frame.height(), frame.width(), CV_8UC3);
    full.data().put(frame.bgr());
    return new Picture(full);
  }

  int width() {
    return levels.getFirst().cols();
  }

  int height() {
    return levels.getFirst().rows();
  }

  /** The full picture, 8-bit BGR. */
  Mat full() {
    return levels.getFirst();
  }

  /** A view of a part of the full picture. */
  Mat part(int x, int y, int width, int height) {
    return new Mat(full(), new Rect(x, y, width, height));
  }

  /** Halved this many times by averaging two by two pixels; 0 is the full picture. */
  Mat halved(int times) {
    while (levels.size() <= times) {
      levels.add(shrunk(levels.getLast(), 2));
    }
    return levels.get(times);
  }

  /** How often to halve so that what remains is to be shrunk by two at most. */
  static int halvings(double sourceSide, double targetSide) {
    int times = 0;
    while (sourceSide / (1 << times) > 2 * targetSide) {
      times++;
    }
    return times;
  }

  /** One {@code factor}-th of the size by averaging. */
  static Mat shrunk(Mat source, int factor) {
    Mat small = new Mat();
    Size size = new Size(Math.max(1, source.cols() / factor), Math.max(1, source.rows() / factor));
    opencv_imgproc.resize(source, small, size, 0, 0, opencv_imgproc.INTER_AREA);
    return small;
  }

  /**
   * Fills {@code target} with what the map finds in {@code source}, bilinearly.
   *
   * @param targetToSource between index coordinates
   * @param repeatEdge beyond the picture: its outermost pixels again, or else black
   */
  static void warp(Mat source, Mat target, Affine targetToSource, boolean repeatEdge) {
    Affine m = targetToSource;
    DoublePointer values = new DoublePointer(m.xx(), m.xy(), m.x0(), m.yx(), m.yy(), m.y0());
    opencv_imgproc.warpAffine(
        source,
        target,
        new Mat(2, 3, CV_64FC1, values),
        target.size(),
        opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP,
        repeatEdge ? opencv_core.BORDER_REPLICATE : opencv_core.BORDER_CONSTANT,
        Scalar.all(0));
  }
}
