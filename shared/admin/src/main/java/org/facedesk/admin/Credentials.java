package org.facedesk.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.facedesk.core.Seal;
import org.facedesk.core.SecureTokens;

/** Freshly made credentials, in clear for the client and as the store keeps them. */
record Credentials(
    String apiKey, String secret, byte[] lookup, byte[] sealedEnvelopeKey, byte[] sealedSecret) {

  static final String LOOKUP_PURPOSE = "api-key";

  static Credentials make(Seal seal, UUID client) {
    String apiKey = SecureTokens.next("fk_");
    String secret = SecureTokens.next("fs_");
    byte[] envelopeKey = sha256(apiKey);
    byte[] secretBytes = secret.getBytes(StandardCharsets.UTF_8);
    try {
      return new Credentials(
          apiKey,
          secret,
          seal.lookup(LOOKUP_PURPOSE, apiKey),
          seal.seal(envelopeContext(client), envelopeKey),
          seal.seal(secretContext(client), secretBytes));
    } finally {
      Arrays.fill(envelopeKey, (byte) 0);
      Arrays.fill(secretBytes, (byte) 0);
    }
  }

  static String envelopeContext(UUID client) {
    return "envelope-key:" + client;
  }

  static String secretContext(UUID client) {
    return "secret:" + client;
  }

  CreatedClient shown(String clientId) {
    return new CreatedClient(clientId, apiKey, secret);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "Credentials[…]";
  }
}
