package org.facedesk.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * How a client tells a station's notice from anybody else's: {@code t=SECONDS,v1=HEX}, where {@code
 * HEX} is HMAC-SHA-256 over {@code SECONDS "." body}, key HKDF-SHA-256(secret, no salt, "facedesk
 * webhook v1"). The time is inside the signature, so that a receiver can refuse what is old.
 */
public final class NoticeSignature {
  private static final String INFO = "facedesk webhook v1";

  private NoticeSignature() {}

  /**
   * @param secret the client's secret, UTF-8
   * @param seconds since 1970, when the notice is sent
   * @param body as it is sent, UTF-8
   */
  public static String of(byte[] secret, long seconds, byte[] body) {
    byte[] mac =
        Primitives.hmac(
            Primitives.hkdf(secret, new byte[0], INFO),
            (seconds + ".").getBytes(StandardCharsets.UTF_8),
            body);
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac);
  }
}
