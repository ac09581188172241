package org.facedesk.engine.torch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.facedesk.core.Frame;
import org.facedesk.models.Models;

/** One analyzer for all tests of this JVM: loading it takes seconds. */
final class Engine {
  static final TorchFaceAnalyzer ANALYZER = TorchFaceAnalyzer.load(Models.shipped());
  static final OpenCvFrameDecoder DECODER = new OpenCvFrameDecoder(ImageLimits.REMOTE);

  private Engine() {}

  /** NASA's portrait of Eileen Collins, public domain, 512 x 512. */
  static Frame portrait() {
    return DECODER.decode(resource("portrait.png"), 0);
  }

  static byte[] resource(String name) {
    try (InputStream in = Objects.requireNonNull(Engine.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
