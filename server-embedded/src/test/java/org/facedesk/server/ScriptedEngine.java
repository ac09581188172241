package org.facedesk.server;

import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.facedesk.engine.Template;
import org.facedesk.engine.liveness.Liveness;
import org.facedesk.engine.liveness.LivenessState;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.enroll.SampleJudge;
import org.jspecify.annotations.Nullable;

/**
 * An engine without models. A picture is three bytes: how many faces, whose, and how clear (0 to
 * 100, from 50 on clear enough). Every face blinks and turns.
 */
public final class ScriptedEngine implements FaceAnalyzer, FrameDecoder, SampleJudge {
  private static final int DIMENSION = 16;

  public static byte[] picture(int faces, int who, int quality) {
    return new byte[] {(byte) faces, (byte) who, (byte) quality};
  }

  @Override
  public Frame decode(byte[] encoded, long timestampMillis) {
    if (encoded.length != 3) {
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The picture cannot be decoded.");
    }
    return new Frame(1, 1, encoded.clone(), timestampMillis);
  }

  @Override
  public byte[] encodeJpeg(Frame frame, int quality) {
    return frame.bgr().clone();
  }

  @Override
  public FrameAnalysis analyze(Frame frame) {
    int faces = frame.bgr()[0];
    if (faces == 0) {
      return new FrameAnalysis(frame, 0, null, 0, null);
    }
    Face face =
        new Face(
            0.9,
            new Box(0, 0, 1, 1),
            List.of(),
            new Landmarks(new double[3 * Landmarks.COUNT]),
            1,
            new Eyes(0.3, 0.3, 0.3, 0.3),
            new HeadPose(0, 0, 0),
            new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
    return new FrameAnalysis(
        frame,
        faces,
        face,
        faces > 1 ? 1 : 0,
        new QualityReport(Map.of(QualityComponent.SHARPNESS, (int) frame.bgr()[2])));
  }

  @Override
  public FaceTracker tracker() {
    return this::analyze;
  }

  @Override
  public Template embed(Frame frame, Landmarks landmarks, boolean mirrored) {
    float[] vector = new float[DIMENSION];
    vector[frame.bgr()[1]] = 1;
    return new Template("scripted", 1, vector);
  }

  @Override
  public String modelId() {
    return "scripted";
  }

  @Override
  public QualityVerdict judge(QualityReport report) {
    int score = report.score(QualityComponent.SHARPNESS);
    return new QualityVerdict(score >= 50, QualityComponent.SHARPNESS, score / 100.0);
  }

  @Override
  public Guidance advise(FrameAnalysis analysis, @Nullable QualityVerdict verdict) {
    return verdict == null ? Guidance.NO_FACE : Guidance.HOLD_STILL;
  }

  static Liveness lively() {
    int[] frames = {0};
    return analysis -> {
      frames[0]++;
      return new LivenessState(
          frames[0] > 3 ? 1 : 0, frames[0] > 5 ? 1 : 0, 1, frames[0] > 2, false, true, frames[0]);
    };
  }

  @Override
  public void close() {}
}
