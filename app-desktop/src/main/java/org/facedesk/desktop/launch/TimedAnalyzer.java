package org.facedesk.desktop.launch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Template;

/** The engine with a stopwatch beside each stage. */
record TimedAnalyzer(FaceAnalyzer engine, Timer analysis, Timer embedding) implements FaceAnalyzer {

  static TimedAnalyzer of(FaceAnalyzer engine, MeterRegistry registry) {
    return new TimedAnalyzer(engine, stage(registry, "analyze"), stage(registry, "embed"));
  }

  /** The same for a decoder. */
  static FrameDecoder timed(FrameDecoder decoder, MeterRegistry registry) {
    Timer decoding = stage(registry, "decode");
    return new FrameDecoder() {
      @Override
      public Frame decode(byte[] encoded, long timestampMillis) {
        Timer.Sample sample = Timer.start();
        try {
          return decoder.decode(encoded, timestampMillis);
        } finally {
          sample.stop(decoding);
        }
      }

      @Override
      public byte[] encodeJpeg(Frame frame, int quality) {
        return decoder.encodeJpeg(frame, quality);
      }
    };
  }

  private static Timer stage(MeterRegistry registry, String name) {
    return Timer.builder("facedesk.stage.seconds")
        .description("time a stage of a frame takes")
        .tag("stage", name)
        .publishPercentiles(0.5, 0.95)
        .register(registry);
  }

  private static <T> T measured(Timer timer, java.util.function.Supplier<T> work) {
    Timer.Sample sample = Timer.start();
    try {
      return work.get();
    } finally {
      sample.stop(timer);
    }
  }

  @Override
  public FrameAnalysis analyze(Frame frame) {
    return measured(analysis, () -> engine.analyze(frame));
  }

  @Override
  public FaceTracker tracker() {
    FaceTracker tracker = engine.tracker();
    return frame -> measured(analysis, () -> tracker.analyze(frame));
  }

  @Override
  public Template embed(Frame frame, Landmarks landmarks, boolean mirrored) {
    return measured(embedding, () -> engine.embed(frame, landmarks, mirrored));
  }

  @Override
  public String modelId() {
    return engine.modelId();
  }

  /** The engine belongs to someone else. */
  @Override
  public void close() {}
}
