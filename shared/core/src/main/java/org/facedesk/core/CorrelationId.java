package org.facedesk.core;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Short ids that let a user's report be found in the log; unique enough for that, and worth nothing
 * to an attacker.
 */
public final class CorrelationId {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private CorrelationId() {}

  /** Ten characters of Crockford base 32. */
  public static String next() {
    long bits = ThreadLocalRandom.current().nextLong();
    StringBuilder id = new StringBuilder(10);
    for (int i = 0; i < 10; i++, bits >>>= 5) {
      id.append(ALPHABET.charAt((int) (bits & 31)));
    }
    return id.toString();
  }
}
