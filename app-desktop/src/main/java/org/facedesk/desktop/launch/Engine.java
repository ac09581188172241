package org.facedesk.desktop.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Calibration;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.liveness.Liveness;
import org.facedesk.engine.liveness.LivenessTracker;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.models.Models;

/** The engine as the commands use it, over files. */
record Engine(
    FaceAnalyzer analyzer, FrameDecoder decoder, Thresholds thresholds, Landmarks meanFace)
    implements AutoCloseable {

  static Engine open() {
    Models models = Models.shipped();
    return new Engine(
        TorchFaceAnalyzer.load(models),
        new OpenCvFrameDecoder(ImageLimits.LOCAL),
        new CalibratedThresholds(Calibration.load(models)),
        MeanFace.read(models));
  }

  /** Liveness for a new session. */
  Liveness liveness() {
    return new LivenessTracker(meanFace);
  }

  /** How this engine's similarities are judged by a policy. */
  MatchPolicy matching(CapturePolicy policy) {
    return new MatchPolicy(
        thresholds,
        policy.verificationFmr(),
        policy.identificationFpir(),
        policy.identificationMargin());
  }

  Frame read(Path image) {
    try {
      return decoder.decode(Files.readAllBytes(image), 0);
    } catch (NoSuchFileException e) {
      throw new FacedeskException(ErrorCode.NOT_FOUND, "there is no file " + image, e);
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "cannot read " + image, e);
    }
  }

  @Override
  public void close() {
    analyzer.close();
  }
}
