package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.junit.jupiter.api.Test;

/**
 * Native memory stays flat. 600 frames by default, which takes a quarter of a minute; the property
 * {@code facedesk.frames} asks for more.
 */
class NativeMemoryTest {
  private static final int FRAMES = Integer.getInteger("facedesk.frames", 600);
  private static final long ALLOWED = 32L << 20;

  @Test
  void nothingIsLeftBehindByHundredsOfFrames() {
    List<byte[]> files = IntStream.range(0, 10).mapToObj(NativeMemoryTest::file).toList();
    FaceTracker tracker = Engine.ANALYZER.tracker();
    run(tracker, files, 300);
    long[] before = state();

    run(tracker, files, FRAMES);

    long[] after = state();
    assertThat(after[0]).as("JavaCPP's own count of bytes").isEqualTo(before[0]);
    assertThat(after[1]).as("arrays in DJL's managers").isEqualTo(before[1]);
    assertThat(after[2] - before[2]).as("growth of the process, bytes").isLessThan(ALLOWED);
  }

  private static void run(FaceTracker tracker, List<byte[]> files, int frames) {
    for (int i = 0; i < frames; i++) {
      Frame frame = Engine.DECODER.decode(files.get(i % files.size()), i * 100L);
      FrameAnalysis seen = tracker.analyze(frame);
      if (i % 50 == 0) {
        Engine.ANALYZER.embed(frame, Objects.requireNonNull(seen.face()).landmarks(), true);
        Engine.ANALYZER.analyze(frame);
      }
    }
  }

  private static byte[] file(int step) {
    Frame frame =
        Frames.placed(Frames.blank(320, 240), Engine.portrait(), 0.6 + 0.01 * step, step, -10);
    return Engine.DECODER.encodeJpeg(frame, 85);
  }

  private static long[] state() {
    System.gc();
    return new long[] {
      Pointer.totalBytes(), Engine.ANALYZER.nativeArrays(), Pointer.physicalBytes()
    };
  }
}
