package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What jpackage is told, in its two steps: the program's folder, then the platform's package. */
final class Jpackage {
  /** Links the versions of the program for Windows Installer; never changes. */
  static final String UPGRADE_UUID = "5ab26de7-3a4d-4a0c-9e6e-0b7e8f6b9a41";

  private static final String VENDOR = "Facedesk";
  private static final String DESCRIPTION = "Face enrollment station";

  private final Platform platform;
  private final String version;
  private final Path dist;
  private final @Nullable String signer;

  /**
   * @param dist {@code installer/dist}
   * @param signer whose Apple certificate signs; none: the program is not signed
   */
  Jpackage(Platform platform, String version, Path dist, @Nullable String signer) {
    this.platform = platform;
    this.version = version;
    this.dist = dist;
    this.signer = signer;
  }

  String name() {
    return platform.isLinux() ? "facedesk" : "Facedesk";
  }

  /** Apple wants a first number above nought; until version 1 the others move back by one. */
  String appVersion() {
    return platform.isMac() && version.startsWith("0.") ? "1." + version.substring(2) : version;
  }

  /** Makes the folder of the program. */
  void image(Path jars, Path runtime, Path icons, Path work, Path to)
      throws IOException, InterruptedException {
    String mainJar = mainJar(jars);
    List<String> launchers = Launchers.describe(work.resolve("launchers"), mainJar);
    List<String> words = new ArrayList<>(List.of(Command.ofJdk("jpackage")));
    words.addAll(imageOptions(jars, mainJar, runtime, icons, to));
    words.addAll(launchers);
    Command.run(words, Map.of());
  }

  List<String> imageOptions(Path jars, String mainJar, Path runtime, Path icons, Path to) {
    List<String> words = common("app-image", to);
    words.addAll(
        List.of(
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
            icons.resolve("facedesk." + iconType()).toString()));
    for (String option : Launchers.stationOptions()) {
      words.add("--java-options");
      words.add(option);
    }
    if (platform.isMac()) {
      words.addAll(List.of("--mac-package-identifier", "org.facedesk"));
      words.addAll(List.of("--mac-package-name", name()));
      if (signer != null) {
        words.addAll(List.of("--mac-sign", "--mac-signing-key-user-name", signer));
      }
    }
    return words;
  }

  /** Makes the package; a .deb uncompressed, because it is finished by {@link DebPackage}. */
  Path installer(String type, Path image, Path licence, Path to)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(Command.ofJdk("jpackage")));
    words.addAll(installerOptions(type, image, licence, to));
    Command.run(words, Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none"));
    try (Stream<Path> made = Files.list(to)) {
      return made.filter(file -> file.toString().endsWith("." + type)).findFirst().orElseThrow();
    }
  }

  List<String> installerOptions(String type, Path image, Path licence, Path to) {
    List<String> words = common(type, to);
    words.addAll(List.of("--app-image", image.toString(), "--license-file", licence.toString()));
    words.addAll(
        switch (platform.dist()) {
          case "linux" ->
              List.of(
                  "--install-dir",
                  "/opt",
                  "--linux-package-name",
                  "facedesk",
                  "--linux-rpm-license-type",
                  "Apache-2.0");
          // for the whole machine, into Program Files: %LOCALAPPDATA%\Facedesk is the data's
          case "win" ->
              List.of(
                  "--win-menu",
                  "--win-menu-group",
                  "Facedesk",
                  "--win-shortcut",
                  "--win-shortcut-prompt",
                  "--win-dir-chooser",
                  "--win-upgrade-uuid",
                  UPGRADE_UUID);
          default -> List.<String>of();
        });
    return words;
  }

  /** Both steps look into the platform's folder: what a program says of itself is in the first. */
  private List<String> common(String type, Path to) {
    return new ArrayList<>(
        List.of(
            "--type",
            type,
            "--name",
            name(),
            "--app-version",
            appVersion(),
            "--vendor",
            VENDOR,
            "--description",
            DESCRIPTION,
            "--resource-dir",
            dist.resolve(platform.dist()).toString(),
            "--dest",
            to.toString()));
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
