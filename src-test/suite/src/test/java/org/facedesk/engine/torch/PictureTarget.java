package org.facedesk.engine.torch;

import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/** Whatever file is sent, its structure is read within the limits or refused. */
public final class PictureTarget {
  private static final Set<ErrorCode> REFUSALS =
      Set.of(ErrorCode.INVALID_IMAGE, ErrorCode.UNSUPPORTED_MEDIA, ErrorCode.IMAGE_TOO_LARGE);

  private PictureTarget() {}

  public static void fuzzerTestOneInput(byte[] data) {
    ImageLimits limits = ImageLimits.REMOTE;
    try {
      ImageStructure structure = ImageStructure.of(data, limits);
      long pixels = (long) structure.width() * structure.height();
      if (pixels < 1
          || pixels > limits.maxPixels()
          || structure.decodable().length > limits.maxBytes()) {
        throw new AssertionError("beyond the limits");
      }
    } catch (FacedeskException e) {
      if (!REFUSALS.contains(e.code())) {
        throw new AssertionError("refused as " + e.code(), e);
      }
    }
  }
}
