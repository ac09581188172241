package org.facedesk.gallery.faiss;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;

/** Detects changes like the station's seal, without hiding anything: flipped bytes and an HMAC. */
final class PlainSeal implements Seal {
  private static final int MAC_BYTES = 32;

  @Override
  public byte[] seal(String context, byte[] plain) {
    byte[] mac = mac(context, plain);
    byte[] sealed = Arrays.copyOf(mac, MAC_BYTES + plain.length);
    System.arraycopy(plain, 0, sealed, MAC_BYTES, plain.length);
    return sealed;
  }

  @Override
  public byte[] open(String context, byte[] sealed) {
    byte[] plain =
        sealed.length < MAC_BYTES
            ? new byte[0]
            : Arrays.copyOfRange(sealed, MAC_BYTES, sealed.length);
    if (!Arrays.equals(mac(context, plain), Arrays.copyOf(sealed, MAC_BYTES))) {
      throw new FacedeskException(ErrorCode.STATION_KEY_INVALID, "changed since it was sealed");
    }
    return plain;
  }

  @Override
  public byte[] lookup(String purpose, String value) {
    return mac(purpose, value.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(String context, byte[] plain) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(context.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
