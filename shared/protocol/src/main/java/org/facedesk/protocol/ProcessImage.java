package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * JSON body of {@code POST /api/auth/process-image/}.
 *
 * @param image data URL or base64
 * @param timestamp the client's clock, milliseconds
 */
public record ProcessImage(
    @Nullable String sessionToken,
    @Nullable String image,
    @Nullable Long frameNumber,
    @Nullable Double timestamp) {

  /** Keeps token and picture out of logs. */
  @Override
  public String toString() {
    return "ProcessImage[…]";
  }
}
