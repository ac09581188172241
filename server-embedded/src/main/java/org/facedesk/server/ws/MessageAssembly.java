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
  private StringBuilder text = new StringBuilder();
  private ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private boolean ended;

  /** What becomes of messages. */
  interface Listener {
    /** Whether anything is still wanted; once it is not, nothing is put together any more. */
    boolean listening();

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
    if (unwanted(text.length(), part.length())) {
      return;
    }
    if (last && text.isEmpty()) {
      listener.text(part);
      return;
    }
    text.append(part);
    if (last) {
      String message = text.toString();
      forget();
      listener.text(message);
    }
  }

  void binaryPart(ByteBuffer part, boolean last) {
    if (unwanted(binary.size(), part.remaining())) {
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
      forget();
      listener.binary(message);
    }
  }

  /** A peer that has heard the last word may go on sending until it is cut off. */
  private boolean unwanted(int before, int more) {
    if (ended) {
      return true;
    }
    boolean tooBig = before + more > maxLength;
    ended = tooBig || !listener.listening();
    if (ended) {
      forget();
    }
    if (tooBig) {
      listener.tooBig();
    }
    return ended;
  }

  /** A large message's buffer is not kept for the small ones that follow. */
  private void forget() {
    text = new StringBuilder();
    binary = new ByteArrayOutputStream();
  }
}
