package org.facedesk.protocol.crypto;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import org.facedesk.protocol.SealedResult;

/**
 * Seals results for a client, and opens them again (for clients in Java, and for tests).
 *
 * <ul>
 *   <li>{@code encrypted_payload}: base64 of IV(16) ‖ AES-256-CBC with PKCS#7 padding; key SHA-256
 *       of the key string, see {@link Reading};
 *   <li>{@code mac}: base64 of HMAC-SHA-256 over {@code session_token ‖ 0 ‖ session_type ‖ 0 ‖ IV ‖
 *       ciphertext}, key HKDF-SHA-256(secret, no salt, "facedesk mac v1");
 *   <li>{@code v2}: compact JWE, {@code dir} with {@code A256GCM}, key HKDF-SHA-256(secret, salt
 *       session_token, "facedesk result v2").
 * </ul>
 *
 * <p>Safe for many threads.
 */
public final class ResultEnvelope {
  private static final String MAC_INFO = "facedesk mac v1";
  private static final String JWE_INFO = "facedesk result v2";
  private static final JWEHeader JWE_HEADER =
      new JWEHeader(JWEAlgorithm.DIR, EncryptionMethod.A256GCM);
  private static final byte[] NONE = {};
  private static final byte[] SEPARATOR = {0};

  private final SecureRandom random;

  public ResultEnvelope(SecureRandom random) {
    this.random = random;
  }

  /**
   * @param strict leaves out everything CBC
   * @param sessionType {@code enrollment}, {@code verification} or {@code identification}
   * @param json the plain text
   */
  public SealedResult seal(
      EnvelopeKeys keys,
      Reading reading,
      boolean strict,
      String sessionToken,
      String sessionType,
      String json) {
    byte[] plain = json.getBytes(StandardCharsets.UTF_8);
    String v2 = jwe(keys.secret(), sessionToken, plain);
    if (strict) {
      return new SealedResult(
          null,
          "A256GCM",
          Reading.SECRET_KEY.wireName(),
          null,
          v2,
          "Open v2 as a JWE with HKDF-SHA-256(secret_key, salt=session_token,"
              + " info='facedesk result v2').");
    }
    byte[] sealed = cbc(keys, reading, plain);
    return new SealedResult(
        Base64.getEncoder().encodeToString(sealed),
        "AES-256-CBC",
        reading.wireName(),
        Base64.getEncoder().encodeToString(mac(keys.secret(), sessionToken, sessionType, sealed)),
        v2,
        instructions(reading));
  }

  /**
   * Decrypts {@code encrypted_payload}. Says nothing about who made it: check {@link #macHolds}
   * first.
   *
   * @throws GeneralSecurityException if it cannot be decrypted
   */
  public static String openPayload(EnvelopeKeys keys, Reading reading, String payload)
      throws GeneralSecurityException {
    byte[] outer = base64(payload);
    byte[] plain =
        switch (reading) {
          case API_KEY -> Primitives.decryptCbc(keys.envelopeKey(), outer);
          case SECRET_KEY -> Primitives.decryptCbc(Primitives.sha256(keys.secret()), outer);
          case DOUBLE -> {
            byte[] inner = Primitives.decryptCbc(keys.envelopeKey(), outer);
            yield Primitives.decryptCbc(
                Primitives.sha256(keys.secret()),
                base64(new String(inner, StandardCharsets.US_ASCII)));
          }
        };
    return new String(plain, StandardCharsets.UTF_8);
  }

  /** Whether the payload is this station's, for this session, unchanged. Constant time. */
  public static boolean macHolds(
      EnvelopeKeys keys, String sessionToken, String sessionType, String payload, String mac) {
    try {
      byte[] expected = mac(keys.secret(), sessionToken, sessionType, base64(payload));
      return MessageDigest.isEqual(expected, base64(mac));
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /**
   * @throws GeneralSecurityException if it was made for another session or client, or changed
   */
  public static String openV2(EnvelopeKeys keys, String sessionToken, String v2)
      throws GeneralSecurityException {
    // Only this one header is ever made: nothing a stranger wrote in its place is even parsed.
    if (!v2.startsWith(JWE_HEADER.toBase64URL() + ".")) {
      throw new GeneralSecurityException("another algorithm than was agreed on");
    }
    try {
      for (String part : v2.split("\\.", -1)) {
        canonical(part, Base64.getUrlDecoder(), Base64.getUrlEncoder().withoutPadding());
      }
      JWEObject object = JWEObject.parse(v2);
      object.decrypt(new DirectDecrypter(jweKey(keys.secret(), sessionToken)));
      return object.getPayload().toString();
    } catch (ParseException | JOSEException e) {
      throw new GeneralSecurityException("the result cannot be opened", e);
    }
  }

  private byte[] cbc(EnvelopeKeys keys, Reading reading, byte[] plain) {
    return switch (reading) {
      case API_KEY -> Primitives.encryptCbc(keys.envelopeKey(), iv(), plain);
      case SECRET_KEY -> Primitives.encryptCbc(Primitives.sha256(keys.secret()), iv(), plain);
      case DOUBLE -> {
        byte[] inner = Primitives.encryptCbc(Primitives.sha256(keys.secret()), iv(), plain);
        yield Primitives.encryptCbc(keys.envelopeKey(), iv(), Base64.getEncoder().encode(inner));
      }
    };
  }

  private static byte[] mac(
      byte[] secret, String sessionToken, String sessionType, byte[] ivAndCiphertext) {
    return Primitives.hmac(
        Primitives.hkdf(secret, NONE, MAC_INFO),
        sessionToken.getBytes(StandardCharsets.UTF_8),
        SEPARATOR,
        sessionType.getBytes(StandardCharsets.UTF_8),
        SEPARATOR,
        ivAndCiphertext);
  }

  private static String jwe(byte[] secret, String sessionToken, byte[] plain) {
    try {
      JWEObject object = new JWEObject(JWE_HEADER, new Payload(plain));
      object.encrypt(new DirectEncrypter(jweKey(secret, sessionToken)));
      return object.serialize();
    } catch (JOSEException e) {
      throw new AssertionError("A256GCM cannot refuse a key of 32 bytes", e);
    }
  }

  private static byte[] jweKey(byte[] secret, String sessionToken) {
    return Primitives.hkdf(secret, sessionToken.getBytes(StandardCharsets.UTF_8), JWE_INFO);
  }

  private byte[] iv() {
    byte[] iv = new byte[Primitives.IV_LENGTH];
    random.nextBytes(iv);
    return iv;
  }

  private static byte[] base64(String text) throws GeneralSecurityException {
    return canonical(text, Base64.getDecoder(), Base64.getEncoder());
  }

  /** The last digit may hold bits that mean nothing: only their one proper value is accepted. */
  private static byte[] canonical(String text, Base64.Decoder decoder, Base64.Encoder encoder)
      throws GeneralSecurityException {
    try {
      byte[] bytes = decoder.decode(text);
      if (!encoder.encodeToString(bytes).equals(text)) {
        throw new GeneralSecurityException("not in the one way base64 is written");
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("not base64", e);
    }
  }

  private static String instructions(Reading reading) {
    String step = "decode base64; the first 16 bytes are the IV; decrypt the rest with AES-256-CBC";
    return switch (reading) {
      case API_KEY -> "With SHA-256(api_key) as the key: " + step + ".";
      case SECRET_KEY -> "With SHA-256(secret_key) as the key: " + step + ".";
      case DOUBLE ->
          "With SHA-256(api_key) as the key: "
              + step
              + ". The same again on the text you get, with SHA-256(secret_key).";
    };
  }
}
