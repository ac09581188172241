package org.facedesk.protocol.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The algorithms under the envelopes, from the JDK. */
final class Primitives {
  static final int IV_LENGTH = 16;
  private static final int KEY_LENGTH = 32;

  private Primitives() {}

  static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  /** HKDF-SHA-256 (RFC 5869), 32 bytes; an empty salt stands for none. */
  static byte[] hkdf(byte[] keyMaterial, byte[] salt, String info) {
    try {
      HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(keyMaterial);
      if (salt.length > 0) {
        extract.addSalt(salt);
      }
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(extract.thenExpand(info.getBytes(StandardCharsets.UTF_8), KEY_LENGTH));
    } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
      throw new AssertionError("every JDK from 25 on has HKDF", e);
    }
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has HMAC-SHA-256", e);
    }
  }

  /** IV and ciphertext in one array. */
  static byte[] encryptCbc(byte[] key, byte[] iv, byte[] plain) {
    try {
      Cipher cipher = cbc(Cipher.ENCRYPT_MODE, key, iv);
      byte[] sealed = Arrays.copyOf(iv, IV_LENGTH + cipher.getOutputSize(plain.length));
      int written = cipher.doFinal(plain, 0, plain.length, sealed, IV_LENGTH);
      return Arrays.copyOf(sealed, IV_LENGTH + written);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("AES-256-CBC cannot refuse a key of 32 bytes", e);
    }
  }

  /**
   * @throws GeneralSecurityException if the padding is wrong: another key, or changed in transit
   */
  static byte[] decryptCbc(byte[] key, byte[] sealed) throws GeneralSecurityException {
    if (sealed.length < 2 * IV_LENGTH) {
      throw new GeneralSecurityException("too short for an IV and one block");
    }
    Cipher cipher = cbc(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, IV_LENGTH));
    return cipher.doFinal(sealed, IV_LENGTH, sealed.length - IV_LENGTH);
  }

  private static Cipher cbc(int mode, byte[] key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return cipher;
  }
}
