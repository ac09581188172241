package org.facedesk.server.ws;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Puts the parts of messages together and counts them itself, because the container does not
 * enforce its limit on messages that come in parts. Used by the socket's I/O thread only.
 */
final class MessageAssembly {
  private final int maxLength;
  private final Listener listener;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private boolean overflowed;

  /** What becomes of messages. */
  interface Listener {
    void text(String message);

    void binary(byte[] message);

    /** Told once; nothing is assembled after it. */
    void tooBig();
  }

  /**
   * @param maxLength characters of a text (which are bytes, in the base64 and JSON that is sent
   *     here), bytes of a binary message
   */
  MessageAssembly(int maxLength, Listener listener) {
    this.maxLength = maxLength;
    this.listener = listener;
  }

  void textPart(String part, boolean last) {
    if (overflows(text.length(), part.length())) {
      return;
    }
    if (last && text.isEmpty()) {
      listener.text(part);
      return;
    }
    text.append(part);
    if (last) {
      String message = text.toString();
      release(text);
      listener.text(message);
    }
  }

  void binaryPart(ByteBuffer part, boolean last) {
    if (overflows(binary.size(), part.remaining())) {
      return;
    }
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    if (last && binary.size() == 0) {
      listener.binary(bytes);
      return;
    }
    binary.writeBytes(bytes);
    if (last) {
      byte[] message = binary.toByteArray();
      binary.reset();
      listener.binary(message);
    }
  }

  private boolean overflows(int before, int more) {
    if (!overflowed && before + more > maxLength) {
      overflowed = true;
      release(text);
      binary.reset();
      listener.tooBig();
    }
    return overflowed;
  }

  /** A large message's buffer is not kept for the small ones that follow. */
  private static void release(StringBuilder builder) {
    builder.setLength(0);
    builder.trimToSize();
  }
}
