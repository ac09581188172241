package org.facedesk.protocol;

import java.util.Base64;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;

/** What a client may say over the WebSocket. */
public sealed interface ClientMessage {

  /**
   * A picture, still in base64.
   *
   * @param image data URL or bare base64
   * @param clientMillis the client's clock, or null
   * @param seq the client's number for it, handed back with the answer; or null
   * @param challengeId the step of a challenge that was on the person's screen; or null
   */
  record FramePicture(
      String image, @Nullable Long clientMillis, @Nullable Long seq, @Nullable String challengeId)
      implements ClientMessage {

    /**
     * The encoded picture.
     *
     * @throws FacedeskException INVALID_IMAGE if it is not base64, IMAGE_TOO_LARGE
     */
    public byte[] bytes() {
      return picture(image);
    }

    /** Keeps the picture out of logs. */
    @Override
    public String toString() {
      return "FramePicture[…]";
    }
  }

  /** Asks for a {@code pong}. */
  record Ping() implements ClientMessage {}

  /**
   * Reads a text message; one without a {@code type} is a frame.
   *
   * @throws FacedeskException INVALID_REQUEST
   */
  static ClientMessage read(WireFormat format, String text) {
    Fields fields = format.read(text, Fields.class);
    String type = fields.type() == null ? "frame" : fields.type();
    return switch (type) {
      case "ping" -> new Ping();
      case "frame" -> {
        if (fields.image() == null || fields.image().isEmpty()) {
          throw new FacedeskException(ErrorCode.INVALID_REQUEST, "A frame needs an image.");
        }
        yield new FramePicture(
            fields.image(), millis(fields.ts()), fields.seq(), fields.challengeId());
      }
      default -> throw new FacedeskException(ErrorCode.INVALID_REQUEST, "Unknown type of message.");
    };
  }

  /**
   * Takes a data URL or bare base64 (standard or URL alphabet, line breaks allowed) apart.
   *
   * @throws FacedeskException INVALID_IMAGE if it is neither, IMAGE_TOO_LARGE
   */
  static byte[] picture(String image) {
    int start = 0;
    if (image.startsWith("data:")) {
      int comma = image.indexOf(',');
      if (comma < 0 || !image.substring(0, comma).endsWith(";base64")) {
        throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The data URL is not in base64.");
      }
      start = comma + 1;
    }
    String base64 = image.substring(start).replace('-', '+').replace('_', '/');
    byte[] bytes;
    try {
      bytes = Base64.getMimeDecoder().decode(onlyBase64(base64));
    } catch (IllegalArgumentException e) {
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The image is not in base64.", e);
    }
    if (bytes.length == 0) {
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The image is empty.");
    }
    if (bytes.length > WireFormat.MAX_IMAGE) {
      throw new FacedeskException(ErrorCode.IMAGE_TOO_LARGE, "The image is larger than 1 MiB.");
    }
    return bytes;
  }

  /** The MIME decoder skips whatever it does not know; only white space may be skipped here. */
  private static String onlyBase64(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean known =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/'
              || c == '='
              || c == '\r'
              || c == '\n';
      if (!known) {
        throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The image is not in base64.");
      }
    }
    return text;
  }

  private static @Nullable Long millis(@Nullable Double ts) {
    return ts == null || !Double.isFinite(ts) ? null : ts.longValue();
  }

  /** Every field a text message may have. */
  record Fields(
      @Nullable String type,
      @Nullable String image,
      @Nullable Double ts,
      @Nullable Long seq,
      @Nullable String challengeId) {}
}
