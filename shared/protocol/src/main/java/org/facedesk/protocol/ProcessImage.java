package org.facedesk.protocol;

import org.jspecify.annotations.Nullable;

/**
 * JSON body of {@code POST /api/auth/process-image/}.
 *
 * @param image data URL or base64
 * @param timestamp the client's clock, milliseconds
 */
public record ProcessImage(
    @Field(required = true, min = 1) @Nullable String sessionToken,
    @Field(value = "JPEG or PNG as data URL or base64.", required = true, min = 1)
        @Nullable String image,
    @Nullable Long frameNumber,
    @Field("Your clock, in milliseconds.") @Nullable Double timestamp) {

  /** Keeps token and picture out of logs. */
  @Override
  public String toString() {
    return "ProcessImage[…]";
  }
}
