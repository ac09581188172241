package org.facedesk.engine.torch;

import ai.djl.engine.Engine;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Starts libtorch and OpenCV the way the engine needs them, so that no launcher can forget a flag:
 * nothing is downloaded or reported home, and each inference stays on the thread that asked for it
 * (more threads per inference made it slower, and analysis runs in parallel by session anyway).
 */
final class NativeRuntime {
  private NativeRuntime() {}

  /** Apart, so that who only decodes pictures does not load libtorch. */
  private static final class Torch {
    private static final Engine ENGINE = start();
  }

  /** The started engine; the first call loads the native libraries (seconds). */
  static Engine engine() {
    return Torch.ENGINE;
  }

  /** For classes that only use OpenCV. */
  static void prepareOpenCv() {
    opencv_core.setNumThreads(1);
  }

  private static Engine start() {
    setUnlessSet("ai.djl.offline", "true");
    setUnlessSet("OPT_OUT_TRACKING", "true");
    setUnlessSet("ai.djl.pytorch.num_threads", "1");
    setUnlessSet("ai.djl.pytorch.num_interop_threads", "1");
    // Twice as fast to the first result and no slower after it.
    setUnlessSet("ai.djl.pytorch.graph_optimizer", "false");
    prepareOpenCv();
    return Engine.getEngine("PyTorch");
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }
}
