package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * What a Linux package puts outside its own folder: the service, its user, the menu entry, icons,
 * and the commands on the path. All of it files, so that the package manager knows them.
 */
final class SystemFiles {
  static final String HOME = "/opt/facedesk";

  private final Path dist;

  /**
   * @param dist {@code installer/dist/linux}
   */
  SystemFiles(Path dist) {
    this.dist = dist;
  }

  /** Writes them below a root. */
  void write(Path root, Path copyright) throws IOException {
    copy(dist.resolve("system"), root);
    for (int size : Icon.SIZES) {
      put(
          root,
          "usr/share/icons/hicolor/%dx%d/apps/facedesk.png".formatted(size, size),
          Icon.png(size));
    }
    put(
        root,
        "usr/share/icons/hicolor/scalable/apps/facedesk.svg",
        Icon.svg().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    put(root, "usr/share/doc/facedesk/copyright", Files.readAllBytes(copyright));
    Path bin = Files.createDirectories(root.resolve("usr/bin"));
    for (String launcher : new String[] {"facedesk", Launchers.CONSOLE}) {
      Files.createSymbolicLink(bin.resolve(launcher), Path.of(HOME, "bin", launcher));
    }
    readable(root.resolve("usr"));
  }

  private static void put(Path root, String name, byte[] content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  /** Folders and files, not links; existing folders stay. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  /** Whatever the builder's umask is. */
  static void readable(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path path : all.toList()) {
        if (!Files.isSymbolicLink(path)) {
          boolean executable = Files.isDirectory(path) || Files.isExecutable(path);
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
