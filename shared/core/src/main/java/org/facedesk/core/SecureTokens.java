package org.facedesk.core;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes the random credentials of sessions and clients. */
public final class SecureTokens {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecureTokens() {}

  /** A prefix and 256 random bits in base64url without padding. */
  public static String next(String prefix) {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
  }
}
