package org.facedesk.admin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Passwords as Argon2id hashes (RFC 9106) in the usual text form with their parameters, {@code
 * $argon2id$v=19$m=…,t=…,p=…$salt$hash}, so that the parameters can grow. Safe for many threads.
 *
 * @param memoryKib memory of one hash
 * @param passes over that memory
 */
public record Passwords(int memoryKib, int passes) {
  /**
   * Twice what the OWASP password storage cheat sheet asks for at least (19 MiB and two passes, one
   * lane).
   */
  public static final Passwords DEFAULT = new Passwords(38 * 1024, 2);

  private static final int LANES = 1;
  private static final int SALT = 16;
  private static final int HASH = 32;
  private static final int MAX_MEMORY_KIB = 1 << 20;
  private static final int MAX_PASSES = 100;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /** Hashes a password with a new salt; the password is left as it is. */
  public String hash(char[] password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            passes,
            LANES,
            base64.encodeToString(salt),
            base64.encodeToString(derive(password, salt, memoryKib, passes)));
  }

  /**
   * Compares in constant time.
   *
   * @param hash of whatever parameters
   * @return false for a hash that is none, too
   */
  public boolean matches(char[] password, String hash) {
    Matcher parts = FORM.matcher(hash);
    if (!parts.matches()) {
      return false;
    }
    int memory = Integer.parseInt(parts.group(1));
    int times = Integer.parseInt(parts.group(2));
    if (memory > MAX_MEMORY_KIB || times > MAX_PASSES) {
      return false;
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(3));
    byte[] expected = Base64.getDecoder().decode(parts.group(4));
    return MessageDigest.isEqual(expected, derive(password, salt, memory, times));
  }

  /** Whether a hash was made with other parameters than these. */
  boolean outdated(String hash) {
    return !hash.startsWith("$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(memoryKib, passes, LANES));
  }

  private static byte[] derive(char[] password, byte[] salt, int memory, int times) {
    byte[] room = new byte[3 * password.length]; // a char takes three bytes of UTF-8 at most
    ByteBuffer utf8 = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(password), utf8, true);
    byte[] bytes = Arrays.copyOf(room, utf8.position());
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(memory)
              .withIterations(times)
              .withParallelism(LANES)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[HASH];
      generator.generateBytes(bytes, hash);
      return hash;
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(room, (byte) 0);
    }
  }
}
