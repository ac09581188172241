package org.facedesk.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(oneLine(image.substring(payload(image))));
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

  /** Where the base64 begins. */
  private static int payload(String image) {
    if (!image.regionMatches(true, 0, "data:", 0, 5)) {
      return 0;
    }
    int comma = image.indexOf(',');
    if (comma < 0 || !image.regionMatches(true, comma - 7, ";base64", 0, 7)) {
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "The data URL is not in base64.");
    }
    return comma + 1;
  }

  /**
   * In the standard alphabet and without line breaks. What is in neither alphabet stays, for the
   * decoder to refuse; so does what has no place in Latin-1, as a question mark.
   */
  private static byte[] oneLine(String base64) {
    byte[] text = base64.getBytes(StandardCharsets.ISO_8859_1);
    int length = 0;
    for (byte c : text) {
      if (c != '\r' && c != '\n') {
        text[length++] = c == '-' ? (byte) '+' : c == '_' ? (byte) '/' : c;
      }
    }
    return length == text.length ? text : Arrays.copyOf(text, length);
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
