package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What jpackage is told, in its two steps: the program's folder, then the platform's package. */
final class Jpackage {
  /** Links the versions of the program for Windows Installer; never changes. */
  private static final String UPGRADE_UUID = "5ab26de7-3a4d-4a0c-9e6e-0b7e8f6b9a41";

  private final Platform platform;
  private final String version;
  private final Path dist;

  /**
   * @param dist {@code installer/dist}
   */
  Jpackage(Platform platform, String version, Path dist) {
    this.platform = platform;
    this.version = version;
    this.dist = dist;
  }

  String name() {
    return platform.isLinux() ? "facedesk" : "Facedesk";
  }

  /** Apple wants a first number above nought; until version 1 the others move back by one. */
  String appVersion() {
    return platform == Platform.MAC_ARM64 && version.startsWith("0.")
        ? "1." + version.substring(2)
        : version;
  }

  /** Makes the folder of the program. */
  void image(Path jars, Path runtime, Path icons, Path work, Path to)
      throws IOException, InterruptedException {
    String mainJar = mainJar(jars);
    List<String> words =
        new ArrayList<>(
            List.of(
                Command.ofJdk("jpackage"),
                "--type",
                "app-image",
                "--name",
                name(),
                "--app-version",
                appVersion(),
                "--vendor",
                "Facedesk",
                "--description",
                "Face enrollment station",
                "--copyright",
                "Apache License 2.0",
                "--input",
                jars.toString(),
                "--main-jar",
                mainJar,
                "--main-class",
                Launchers.MAIN,
                "--arguments",
                "run",
                "--runtime-image",
                runtime.toString(),
                "--icon",
                icons.resolve("facedesk." + iconType()).toString(),
                "--dest",
                to.toString()));
    for (String option : Launchers.stationOptions()) {
      words.add("--java-options");
      words.add(option);
    }
    words.addAll(Launchers.describe(work.resolve("launchers"), mainJar));
    if (platform == Platform.MAC_ARM64) {
      words.addAll(List.of("--mac-package-identifier", "org.facedesk"));
    }
    Command.run(words, Map.of());
  }

  /** Makes the package; a .deb uncompressed, because it is finished by {@link DebPackage}. */
  Path installer(String type, Path image, Path licence, Path to)
      throws IOException, InterruptedException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Command.ofJdk("jpackage"),
                "--type",
                type,
                "--name",
                name(),
                "--app-version",
                appVersion(),
                "--app-image",
                image.toString(),
                "--resource-dir",
                dist.resolve(platform.dist()).toString(),
                "--license-file",
                licence.toString(),
                "--vendor",
                "Facedesk",
                "--dest",
                to.toString()));
    words.addAll(
        switch (platform.dist()) {
          case "linux" ->
              List.of(
                  "--install-dir",
                  "/opt",
                  "--linux-package-name",
                  "facedesk",
                  "--linux-rpm-license-type",
                  "ASL 2.0");
          case "win" ->
              List.of(
                  "--win-menu",
                  "--win-menu-group",
                  "Facedesk",
                  "--win-dir-chooser",
                  "--win-upgrade-uuid",
                  UPGRADE_UUID);
          default -> List.<String>of();
        });
    Command.run(words, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"));
    try (Stream<Path> made = Files.list(to)) {
      return made.filter(file -> file.toString().endsWith("." + type)).findFirst().orElseThrow();
    }
  }

  private String iconType() {
    return switch (platform.dist()) {
      case "win" -> "ico";
      case "mac" -> "icns";
      default -> "png";
    };
  }

  private static String mainJar(Path jars) throws IOException {
    return Unpacking.jarsOf(jars).stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("app-desktop-"))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no app-desktop in " + jars));
  }
}
