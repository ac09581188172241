package org.facedesk.server.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files a certificate is read from, and how.
 *
 * @param load reads them, and checks what they hold; throws SETTINGS_INVALID
 * @param renews whether loading makes a new certificate when the old one ends soon
 */
public record CertificateFiles(List<Path> files, Supplier<TlsCertificate> load, boolean renews) {
  public CertificateFiles {
    files = List.copyOf(files);
  }

  /** Changes whenever what is in the files does, also when one comes or goes. */
  String state() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path file : files) {
        digest.update(content(file));
        digest.update((byte) '|');
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0]; // as good as empty; loading says what is wrong with it
    }
  }
}
