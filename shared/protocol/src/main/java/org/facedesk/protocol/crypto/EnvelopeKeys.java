package org.facedesk.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The two secrets a client shares with the station. Close it after use: the bytes are wiped.
 *
 * @param envelopeKey SHA-256 of the API key, 32 bytes
 * @param secret the secret's UTF-8 bytes
 */
public record EnvelopeKeys(byte[] envelopeKey, byte[] secret) implements AutoCloseable {

  /** For whoever knows the keys in clear: a client, or a test. */
  public static EnvelopeKeys of(String apiKey, String secret) {
    return new EnvelopeKeys(
        Primitives.sha256(apiKey.getBytes(StandardCharsets.UTF_8)),
        secret.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    Arrays.fill(envelopeKey, (byte) 0);
    Arrays.fill(secret, (byte) 0);
  }

  /** Keeps the keys out of logs. */
  @Override
  public String toString() {
    return "EnvelopeKeys[…]";
  }
}
