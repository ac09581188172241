package org.facedesk.engine.torch;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Square pictures one below the other in one piece of native memory: the layout a model takes.
 * Belongs to the {@code PointerScope} that is open when it is made.
 */
final class CropBatch {
  private final int count;
  private final int side;
  private final Mat stack;

  /** All black. */
  CropBatch(int count, int side) {
    this.count = count;
    this.side = side;
    this.stack = new Mat(count * side, side, CV_8UC3, Scalar.all(0));
  }

  int count() {
    return count;
  }

  int side() {
    return side;
  }

  /** Where the picture of this index is drawn, blue first. */
  Mat slot(int index) {
    return stack.rowRange(index * side, (index + 1) * side);
  }

  /** The same memory with red first; call it once, after all slots are drawn. */
  ByteBuffer rgb() {
    opencv_imgproc.cvtColor(stack, stack, opencv_imgproc.COLOR_BGR2RGB);
    return stack.createBuffer();
  }
}
