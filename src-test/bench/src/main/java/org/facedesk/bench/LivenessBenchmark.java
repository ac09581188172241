package org.facedesk.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.core.Frame;
import org.facedesk.engine.FaceAnalyzer.FaceTracker;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the liveness gates add to a frame, as the mean over a session of the practice head. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"})
public class LivenessBenchmark {
  private static final int FRAMES = 100;

  private final Landmarks mean = MeanFace.read(Models.shipped());
  private final List<FrameAnalysis> session = new ArrayList<>();

  @Setup
  public void analyseASession() {
    try (TorchFaceAnalyzer engine = TorchFaceAnalyzer.load(Models.shipped())) {
      FaceTracker tracker = engine.tracker();
      PracticeClip clip = new PracticeClip(10, FRAMES / 10.0);
      for (Optional<Frame> frame = clip.next(); frame.isPresent(); frame = clip.next()) {
        session.add(tracker.analyze(frame.get()));
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(FRAMES)
  public LivenessState liveness() {
    LivenessTracker tracker = new LivenessTracker(mean);
    LivenessState state = LivenessState.START;
    for (FrameAnalysis analysis : session) {
      state = tracker.accept(analysis);
    }
    return state;
  }
}
