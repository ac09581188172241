package org.facedesk.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facedesk.capture.FrameSource;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;

/** Clips of rendered heads as a browser would send them: JPEG at ten a second. */
public final class Clips {
  private static final int JPEG_QUALITY = 85;
  private static final FrameDecoder ENCODER = new OpenCvFrameDecoder(ImageLimits.REMOTE);

  private Clips() {}

  public static List<byte[]> of(
      Person person, Choreography choreography, double seconds, long seed) {
    return of(person, choreography, 10, seconds, seed);
  }

  static List<byte[]> of(
      Person person, Choreography choreography, double framesPerSecond, double seconds, long seed) {
    try (PracticeClip clip =
        new PracticeClip(new PracticeHead(person), choreography, framesPerSecond, seconds, seed)) {
      return jpegs(clip);
    }
  }

  static List<byte[]> jpegs(FrameSource source) {
    List<byte[]> pictures = new ArrayList<>();
    for (Optional<Frame> f = source.next(); f.isPresent(); f = source.next()) {
      pictures.add(ENCODER.encodeJpeg(f.get(), JPEG_QUALITY));
    }
    return pictures;
  }
}
