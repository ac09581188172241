package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.Thinned;
import org.facedesk.capture.replay.Replay;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.QualityPolicy;
import org.facedesk.enroll.Capture;
import org.facedesk.enroll.CaptureLimits;
import org.facedesk.enroll.CaptureSession;
import org.facedesk.enroll.Feedback;
import org.facedesk.enroll.PolicyJudge;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.enroll.policy.Requirements;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay CLIP}: a whole capture session over a clip; nothing is stored. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Plays a clip (or a folder of pictures) through a capture session; stores nothing.")
final class ReplayCommand implements Callable<Integer> {
  enum Purpose {
    ENROLLMENT,
    AUTHENTICATION
  }

  @Parameters(index = "0", paramLabel = "CLIP", description = "A video file or a folder.")
  private @Nullable Path clip;

  @Option(
      names = "--as",
      paramLabel = "TYPE",
      description = "enrollment or authentication (default: enrollment).")
  private Purpose purpose = Purpose.ENROLLMENT;

  @Option(
      names = "--fps",
      paramLabel = "N",
      description = "Frames a second taken from the clip (default: 10; with --measure: all).")
  private @Nullable Double fps;

  @Option(
      names = "--measure",
      description = "Every frame, no limits, to the clip's end: for counting blinks and motions.")
  private boolean measure;

  @Mixin private JsonOption json = new JsonOption();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    if (clip == null || (fps != null && !(fps > 0))) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "--fps must be above 0");
    }
    try (Engine engine = Engine.open();
        FrameSource source = thinned(Replay.open(clip))) {
      CaptureSession session =
          new CaptureSession(
              engine.analyzer(),
              engine::liveness,
              new PolicyJudge(QualityPolicy.DEFAULT),
              requirements(),
              limits(),
              0);
      Capture last = play(source, session, out);
      return finish(session, last, out);
    }
  }

  private FrameSource thinned(FrameSource source) {
    if (fps == null && measure) {
      return source;
    }
    return new Thinned(source, fps == null ? 10 : fps);
  }

  /** What a station would ask for by default; a measured clip never has enough. */
  private Requirements requirements() {
    CapturePolicy policy = CapturePolicy.DEFAULT;
    boolean enrollment = purpose == Purpose.ENROLLMENT;
    return new Requirements(
        enrollment ? policy.targetSamples() : policy.authenticationSamples(),
        measure ? Integer.MAX_VALUE : policy.authenticationSamples(),
        policy.requiredBlinks(),
        policy.requiredMotionEvents(),
        enrollment
            ? Requirements.LivenessRule.BLINK_AND_MOTION
            : Requirements.LivenessRule.BLINK_OR_MOTION);
  }

  private CaptureLimits limits() {
    CaptureLimits limits = CaptureLimits.of(CapturePolicy.DEFAULT);
    return measure ? limits.unlimited() : limits;
  }

  private @Nullable Capture play(FrameSource source, CaptureSession session, PrintWriter out) {
    Capture last = null;
    for (Optional<Frame> frame = source.next(); frame.isPresent(); frame = source.next()) {
      last = session.accept(frame.get());
      if (!(last instanceof Capture.Going going)) {
        return last;
      }
      row(out, frame.get(), going.feedback());
    }
    return last;
  }

  private void row(PrintWriter out, Frame frame, Feedback feedback) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("frame", feedback.frames());
    row.put("millis", frame.timestampMillis());
    row.put("success", feedback.accepted());
    row.put("message", feedback.guidance().sentence());
    row.put("faces", feedback.analysis().faces());
    row.put("samples", feedback.samples());
    row.put("blinks", feedback.liveness().blinks());
    row.put("motion_events", feedback.liveness().motionEvents());
    row.put("motion_score", feedback.liveness().motionScore());
    row.put("liveness_verified", feedback.livenessVerified());
    row.put("liveness_score", feedback.livenessScore());
    if (feedback.verdict() != null) {
      row.put("quality_score", feedback.verdict().score());
      row.put("worst", feedback.verdict().worst().wireName());
    }
    Face face = feedback.analysis().face();
    if (face != null) {
      row.put("pose", new double[] {face.pose().yaw(), face.pose().pitch(), face.pose().roll()});
      row.put("openness", new double[] {face.eyes().rightOpenness(), face.eyes().leftOpenness()});
    }
    if (json.wanted()) {
      json.print(out, row);
    } else {
      out.printf(
          "%5d %7d ms  %-50s samples %d  blinks %d  motion %d%n",
          feedback.frames(),
          frame.timestampMillis(),
          feedback.guidance().sentence(),
          feedback.samples(),
          feedback.liveness().blinks(),
          feedback.liveness().motionEvents());
    }
  }

  private int finish(CaptureSession session, @Nullable Capture last, PrintWriter out) {
    LivenessState liveness = session.liveness();
    boolean captured = last instanceof Capture.Captured;
    String reason =
        switch (last) {
          case null -> "no_frames";
          case Capture.Captured done -> "captured";
          case Capture.GaveUp gaveUp -> gaveUp.reason().name().toLowerCase(Locale.ROOT);
          case Capture.Going going -> measure ? "measured" : "clip_ended";
        };
    Map<String, Object> end = new LinkedHashMap<>();
    end.put("outcome", captured ? "captured" : measure ? "measured" : "not_captured");
    end.put("frames", session.frames());
    end.put("blinks", liveness.blinks());
    end.put("motion_events", liveness.motionEvents());
    end.put("liveness_verified", session.livenessVerified());
    end.put("reason", reason);
    if (json.wanted()) {
      json.print(out, end);
    } else {
      end.forEach((key, value) -> out.printf("%-18s %s%n", key, value));
    }
    return captured || measure ? Main.DONE : Main.REFUSED;
  }
}
