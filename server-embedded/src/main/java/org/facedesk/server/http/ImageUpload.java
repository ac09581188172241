package org.facedesk.server.http;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientMessage;
import org.facedesk.protocol.ProcessImage;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it comes over REST: JSON with base64, or multipart with a file. Nothing of it is
 * ever written to disk.
 *
 * @param seq the client's number for it
 * @param clientMillis the client's clock
 */
record ImageUpload(
    String sessionToken, byte[] image, @Nullable Long seq, @Nullable Long clientMillis) {

  /**
   * @throws FacedeskException INVALID_REQUEST, INVALID_IMAGE, IMAGE_TOO_LARGE, MESSAGE_TOO_LARGE
   */
  static ImageUpload read(Call call) {
    return Form.sentBy(call)
        ? Form.read(call, ImageUpload::fromForm)
        : fromJson(call.body(ProcessImage.class));
  }

  private static ImageUpload fromJson(ProcessImage body) {
    return new ImageUpload(
        required(body.sessionToken(), "session_token"),
        ClientMessage.picture(required(body.image(), "image")),
        body.frameNumber(),
        body.timestamp() == null ? null : body.timestamp().longValue());
  }

  private static ImageUpload fromForm(Form form) {
    String token = required(form.text("session_token"), "session_token");
    byte[] picture = form.picture("image");
    if (picture == null) {
      throw missing("image");
    }
    return new ImageUpload(
        token, picture, number(form.text("frame_number")), number(form.text("timestamp")));
  }

  /** A number that cannot be read is as good as none: neither field decides anything. */
  private static @Nullable Long number(@Nullable String text) {
    return text != null && text.matches("\\d{1,15}(\\.\\d{1,9})?")
        ? Long.valueOf(text.split("\\.", 2)[0])
        : null;
  }

  private static String required(@Nullable String value, String name) {
    if (value == null || value.isBlank()) {
      throw missing(name);
    }
    return value;
  }

  private static FacedeskException missing(String name) {
    return new FacedeskException(ErrorCode.INVALID_REQUEST, name + " is missing.");
  }
}
