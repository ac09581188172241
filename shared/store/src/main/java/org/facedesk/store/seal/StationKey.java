package org.facedesk.store.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.jspecify.annotations.Nullable;

/**
 * Seals under the station's secret. A sealed box is one version byte, a 96-bit random nonce, the
 * ciphertext and a 128-bit tag; version and context are authenticated with it. Random nonces allow
 * 2^32 boxes under one key (NIST SP 800-38D, 8.3), far beyond a station's life.
 *
 * <p>Safe for many threads. The secret itself is not kept, only the two keys derived from it.
 */
public final class StationKey implements Seal {
  /** Length of the secret in bytes. */
  public static final int LENGTH = 32;

  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] sealing;
  private final byte[] lookups;

  /**
   * @param secret 32 random bytes; not kept, the caller wipes it
   */
  public StationKey(byte[] secret) {
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("a station key has " + LENGTH + " bytes");
    }
    sealing = derive(secret, "facedesk sealing v1");
    lookups = derive(secret, "facedesk lookup v1");
  }

  private static byte[] derive(byte[] secret, String info) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(secret, null, info.getBytes(StandardCharsets.UTF_8)));
    byte[] key = new byte[LENGTH];
    hkdf.generateBytes(key, 0, key.length);
    return key;
  }

  @Override
  public byte[] seal(String context, byte[] plain) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    GCMModeCipher cipher = cipher(true, context, nonce);
    byte[] box = new byte[1 + NONCE + plain.length + TAG];
    box[0] = VERSION;
    System.arraycopy(nonce, 0, box, 1, NONCE);
    int written = cipher.processBytes(plain, 0, plain.length, box, 1 + NONCE);
    try {
      cipher.doFinal(box, 1 + NONCE + written);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption does not check a tag", e);
    }
    return box;
  }

  @Override
  public byte[] open(String context, byte[] sealed) {
    if (sealed.length < 1 + NONCE + TAG || sealed[0] != VERSION) {
      throw refused(null);
    }
    GCMModeCipher cipher = cipher(false, context, Arrays.copyOfRange(sealed, 1, 1 + NONCE));
    byte[] plain = new byte[sealed.length - 1 - NONCE - TAG];
    try {
      int from = 1 + NONCE;
      int written = cipher.processBytes(sealed, from, sealed.length - from, plain, 0);
      cipher.doFinal(plain, written);
      return plain;
    } catch (InvalidCipherTextException e) {
      Arrays.fill(plain, (byte) 0);
      throw refused(e);
    }
  }

  private GCMModeCipher cipher(boolean forSealing, String context, byte[] nonce) {
    byte[] about = context.getBytes(StandardCharsets.UTF_8);
    byte[] authenticated = ByteBuffer.allocate(1 + about.length).put(VERSION).put(about).array();
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(
        forSealing, new AEADParameters(new KeyParameter(sealing), TAG * 8, nonce, authenticated));
    return cipher;
  }

  private static FacedeskException refused(@Nullable Throwable cause) {
    return new FacedeskException(
        ErrorCode.STATION_KEY_INVALID,
        "Stored data was sealed under another station key, or changed since.",
        cause);
  }

  @Override
  public byte[] lookup(String purpose, String value) {
    byte[] use = purpose.getBytes(StandardCharsets.UTF_8);
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    HMac mac = new HMac(new SHA256Digest());
    mac.init(new KeyParameter(lookups));
    // the length keeps ("ab", "c") and ("a", "bc") apart
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(use.length).array(), 0, Integer.BYTES);
    mac.update(use, 0, use.length);
    mac.update(text, 0, text.length);
    byte[] result = new byte[mac.getMacSize()];
    mac.doFinal(result, 0);
    return result;
  }
}
