package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source tree, and the jars that would be packed. */
final class Shipped {
  private Shipped() {}

  static Path dist() {
    return Path.of("dist").toAbsolutePath();
  }

  /** Jars of others, and class folders of this project, as the build resolved them. */
  static List<Path> classPath() throws IOException {
    return Stream.of(Files.readString(Path.of("target/shipped.txt")).strip().split("\\|"))
        .map(Path::of)
        .toList();
  }

  static List<Path> jars() throws IOException {
    return classPath().stream().filter(Files::isRegularFile).toList();
  }
}
