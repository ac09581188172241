package org.facedesk.installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes from Linux libraries the names that only debuggers and static linkers read. What is loaded
 * into memory stays as it was published, byte for byte; a quarter of libtorch is such names.
 */
final class Stripping {
  private Stripping() {}

  /** Where there is no {@code strip}, or the platform has other libraries, nothing is done. */
  static void strip(List<Path> folders, PrintWriter out) throws IOException, InterruptedException {
    if (!Platform.current().isLinux()) {
      return;
    }
    if (!Command.exists("strip")) {
      out.println("There is no strip (package binutils): the installer will be larger.");
      return;
    }
    for (Path folder : folders) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).sorted().toList()) {
          Command.run("strip", "--strip-unneeded", "--preserve-dates", file.toString());
        }
      }
    }
  }
}
