package org.facedesk.enroll;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FaceAnalyzer;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.quality.QualityVerdict;
import org.facedesk.store.Picture;

/**
 * Looks at pictures of people that a client brings along. What is kept is written anew from the
 * pixels: nothing that stood beside them in the file (places, devices, whatever else) is stored.
 * Safe for many threads; calls compute for some ten milliseconds.
 */
public final class PictureIntake {
  private static final int JPEG_QUALITY = 92;

  private final FaceAnalyzer analyzer;
  private final FrameDecoder decoder;
  private final SampleJudge judge;

  public PictureIntake(FaceAnalyzer analyzer, FrameDecoder decoder, SampleJudge judge) {
    this.analyzer = analyzer;
    this.decoder = decoder;
    this.judge = judge;
  }

  /**
   * A photo that an enrollment is going to be compared with.
   *
   * @param encoded a JPEG or PNG file's bytes
   * @throws FacedeskException INVALID_IMAGE, UNSUPPORTED_MEDIA or IMAGE_TOO_LARGE; PHOTO_UNUSABLE
   *     unless it shows exactly one face, clear enough for an enrollment
   */
  public Picture oldPhoto(byte[] encoded) {
    Frame frame = decoder.decode(encoded, 0);
    FrameAnalysis analysis = analyzer.analyze(frame);
    Face face = analysis.face();
    if (face == null || analysis.quality() == null) {
      throw unusable("No face was found in the photo.");
    }
    if (analysis.faces() > 1) {
      throw unusable("More than one face was found in the photo.");
    }
    QualityVerdict verdict = judge.judge(analysis.quality());
    if (!verdict.accepted()) {
      throw unusable(
          "The face in the photo is not clear enough (%s).".formatted(verdict.worst().wireName()));
    }
    byte[] vector = SessionDecisions.bytes(analyzer.embed(frame, face.landmarks(), true).vector());
    return new Picture(
        Picture.Kind.OLD_PROFILE_PHOTO,
        decoder.encodeJpeg(frame, JPEG_QUALITY),
        new Picture.Reference(analyzer.modelId(), vector));
  }

  /**
   * A picture to be shown.
   *
   * @param encoded a JPEG or PNG file's bytes
   * @throws FacedeskException INVALID_IMAGE, UNSUPPORTED_MEDIA or IMAGE_TOO_LARGE
   */
  public Picture profileImage(byte[] encoded) {
    Frame frame = decoder.decode(encoded, 0);
    return new Picture(Picture.Kind.PROFILE_IMAGE, decoder.encodeJpeg(frame, JPEG_QUALITY), null);
  }

  private static FacedeskException unusable(String message) {
    return new FacedeskException(ErrorCode.PHOTO_UNUSABLE, message);
  }
}
