package org.facedesk.server.ws;

import java.util.function.Supplier;
import org.facedesk.protocol.ClientMessage;
import org.jspecify.annotations.Nullable;

/**
 * A frame as it came.
 *
 * @param encoded decodes the base64 when asked, which is not the I/O thread's work
 * @param arrivalMillis when it came, on the station's steady clock
 * @param clientMillis when it was taken, on the client's clock
 * @param seq the client's number for it
 * @param challengeId the step of a challenge that was on the person's screen
 */
record Picture(
    Supplier<byte[]> encoded,
    long arrivalMillis,
    @Nullable Long clientMillis,
    @Nullable Long seq,
    @Nullable String challengeId) {

  static Picture of(ClientMessage.FramePicture frame) {
    return new Picture(
        frame::bytes, steadyMillis(), frame.clientMillis(), frame.seq(), frame.challengeId());
  }

  static Picture of(byte[] bytes) {
    return new Picture(() -> bytes, steadyMillis(), null, null, null);
  }

  byte[] bytes() {
    return encoded.get();
  }

  static long steadyMillis() {
    return System.nanoTime() / 1_000_000;
  }
}
