package org.facedesk.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finishes jpackage's .deb: adds the {@link SystemFiles}, the sums that {@code dpkg --verify}
 * reads, and compresses once, as it is asked to.
 */
final class DebPackage {
  private static final int KIB = 1024;

  private final Path root;

  /**
   * @param root an empty folder to work in
   */
  DebPackage(Path root) {
    this.root = root;
  }

  /**
   * @param made by jpackage, uncompressed
   * @param image what it was made of
   * @param compression of dpkg-deb, with its level: {@code zstd:9}
   */
  void finish(
      Path made, Path image, SystemFiles system, Path copyright, String compression, Path to)
      throws IOException, InterruptedException {
    Command.run("dpkg-deb", "--raw-extract", made.toString(), root.toString());
    sameTimes(image, root.resolve(SystemFiles.HOME.substring(1)));
    system.write(root, copyright);
    SystemFiles.readable(root);
    List<Path> files = files();
    Files.writeString(root.resolve("DEBIAN/md5sums"), sums(files));
    Path control = root.resolve("DEBIAN/control");
    Files.writeString(control, withSize(Files.readString(control), size(files)));
    String[] how = compression.split(":", 2);
    Command.run(
        "dpkg-deb",
        "--root-owner-group",
        "-Z" + how[0],
        "-z" + (how.length > 1 ? how[1] : "0"),
        "--build",
        root.toString(),
        to.toString());
  }

  /**
   * jpackage's copies are of now; {@link StartupCache} holds good for jars of its own time only.
   */
  static void sameTimes(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(path).toString());
        if (Files.exists(copy)) {
          Files.setLastModifiedTime(copy, Files.getLastModifiedTime(path));
        }
      }
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> Files.isRegularFile(path) && !Files.isSymbolicLink(path))
          .filter(path -> !path.startsWith(root.resolve("DEBIAN")))
          .sorted()
          .toList();
    }
  }

  private String sums(List<Path> files) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Path file : files) {
      text.append(digest("MD5", file)).append("  ").append(root.relativize(file)).append('\n');
    }
    return text.toString();
  }

  /** In KiB, each file rounded up, as Debian counts. */
  private static long size(List<Path> files) throws IOException {
    long sum = 0;
    for (Path file : files) {
      sum += (Files.size(file) + KIB - 1) / KIB;
    }
    return sum;
  }

  static String withSize(String control, long kib) {
    return control.replaceFirst("(?m)^Installed-Size:.*$", "Installed-Size: " + kib);
  }

  /** Hexadecimal, over the whole file. */
  static String digest(String algorithm, Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
