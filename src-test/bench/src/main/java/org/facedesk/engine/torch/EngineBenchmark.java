package org.facedesk.engine.torch;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.PointerScope;
import org.facedesk.core.Frame;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.Template;
import org.facedesk.engine.quality.QualityAssessor;
import org.facedesk.models.Models;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a 640 × 480 JPEG costs, stage by stage, on one core. The sum that matters is {@code
 * frameWhileTracking}: from the file's bytes to everything that feedback needs, without embedding.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class EngineBenchmark {
  private static final String PORTRAIT = "/org/facedesk/capture/practice/portrait.png";

  private final TorchFaceAnalyzer engine = TorchFaceAnalyzer.load(Models.shipped());
  private final OpenCvFrameDecoder decoder = new OpenCvFrameDecoder(ImageLimits.REMOTE);
  private final QualityAssessor quality = new QualityAssessor();
  private final PoseFit pose = new PoseFit(Models.shipped());
  private final FaceTracker tracker = engine.tracker();

  private final PointerScope scope = new PointerScope();
  private final byte[] jpeg = jpeg(decoder);
  private final Frame frame = decoder.decode(jpeg, 0);
  private final Picture picture = Picture.of(frame);
  private final Face face = Objects.requireNonNull(engine.analyze(frame).face());

  /** The practice camera's portrait, 640 x 480, as a camera would send it. */
  private static byte[] jpeg(OpenCvFrameDecoder decoder) {
    try (InputStream in =
        Objects.requireNonNull(EngineBenchmark.class.getResourceAsStream(PORTRAIT))) {
      return decoder.encodeJpeg(decoder.decode(in.readAllBytes(), 0), 85);
    } catch (IOException e) {
      throw new IllegalStateException("the portrait cannot be read", e);
    }
  }

  @Setup
  public void followTheFace() {
    tracker.analyze(frame);
  }

  @TearDown
  public void release() {
    scope.close();
    engine.close();
  }

  @Benchmark
  public Frame decode() {
    return decoder.decode(jpeg, 0);
  }

  @Benchmark
  public List<Detection> detect() {
    try (PointerScope _ = new PointerScope()) {
      return engine.detector().detectWhole(picture);
    }
  }

  @Benchmark
  public double mesh() {
    try (PointerScope _ = new PointerScope()) {
      return engine.mesh().locate(picture, Roi.around(face.landmarks())).presence();
    }
  }

  @Benchmark
  public Eyes iris() {
    try (PointerScope _ = new PointerScope()) {
      return engine.eyes().measure(picture, face.landmarks());
    }
  }

  @Benchmark
  public HeadPose pose() {
    try (PointerScope _ = new PointerScope()) {
      return pose.fit(face.landmarks());
    }
  }

  @Benchmark
  public QualityReport quality() {
    return quality.assess(frame, face, 0);
  }

  @Benchmark
  public Template embed() {
    try (PointerScope _ = new PointerScope()) {
      return engine.embedder().embed(picture, face.landmarks(), false);
    }
  }

  @Benchmark
  public Template embedWithMirror() {
    try (PointerScope _ = new PointerScope()) {
      return engine.embedder().embed(picture, face.landmarks(), true);
    }
  }

  @Benchmark
  public FrameAnalysis frameWhileTracking() {
    return tracker.analyze(decoder.decode(jpeg, 0));
  }
}
