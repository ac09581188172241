package org.facedesk.server.http;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.ClientMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What shall become of a person's picture. */
sealed interface PictureWish {
  /** Nothing was said about it. */
  record Keep() implements PictureWish {}

  record Remove() implements PictureWish {}

  /**
   * @param encoded a picture file's bytes, as they came
   */
  record Put(byte[] encoded) implements PictureWish {}

  /**
   * @throws FacedeskException INVALID_REQUEST, INVALID_IMAGE, IMAGE_TOO_LARGE
   */
  static PictureWish of(@Nullable JsonNode field) {
    if (field == null) {
      return new Keep();
    }
    if (field.isNull()) {
      return new Remove();
    }
    if (!field.isString()) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "A picture is a data URL or base64, or null.");
    }
    return new Put(ClientMessage.picture(field.asString()));
  }

  static PictureWish of(Form form, String name) {
    byte[] picture = form.picture(name);
    if (picture == null) {
      return form.has(name) ? new Remove() : new Keep();
    }
    return new Put(picture);
  }
}
