package org.facedesk.installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./station package}: from the flat folder of jars to the installer and its sum. */
@Command(
    name = "package",
    mixinStandardHelpOptions = true,
    description = "Builds this platform's installer.")
final class PackageProgram implements Callable<Integer> {
  @Option(names = "--home", required = true, hidden = true, description = "The source tree.")
  private Path home = Path.of(".");

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "The installer's version (default: the project's).")
  private @Nullable String version;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description =
          "deb, rpm, msi, dmg, or app-image for the bare folder (default: the platform's).")
  private @Nullable String type;

  @Option(
      names = "--compression",
      paramLabel = "HOW:LEVEL",
      defaultValue = "zstd:9",
      description =
          "Of a .deb: zstd:9, quicker zstd:3, smaller and slower zstd:19 or xz:6, or none (default:"
              + " ${DEFAULT-VALUE}).")
  private String compression = "zstd:9";

  @Option(
      names = "--sign-as",
      paramLabel = "NAME",
      description =
          "On macOS: signs with the certificate \"Developer ID Application: NAME\", for the hardened"
              + " runtime (default: not signed).")
  private @Nullable String signer;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PackageProgram()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
    Platform platform = Platform.current();
    Path installer = home.resolve("installer").toAbsolutePath().normalize();
    Path target = installer.resolve("target");
    Path jars = home.resolve("app-desktop/target/app");
    String wanted = version == null ? ofJars(jars) : version;
    String kind = type == null ? platform.installer() : type;
    Jpackage jpackage = new Jpackage(platform, wanted, installer.resolve("dist"), signer);

    Path work = emptied(target.resolve("work"));
    Path image = image(jpackage, platform, jars, work, kind, out);
    if (kind.equals("app-image")) {
      out.println(image);
      return 0;
    }
    out.println("Packing " + kind);
    Path made = emptied(work.resolve("package"));
    Path licence = home.resolve("LICENSE");
    Path file = jpackage.installer(kind, image, licence, made);
    Path finished =
        Files.createDirectories(target.resolve("installers"))
            .resolve(file.getFileName().toString());
    Files.deleteIfExists(finished);
    if (kind.equals("deb")) {
      new DebPackage(emptied(work.resolve("deb")))
          .finish(
              file,
              image,
              new SystemFiles(installer.resolve("dist/linux")),
              licence,
              compression,
              finished);
    } else {
      Files.move(file, finished);
    }
    String name = finished.getFileName().toString();
    Files.writeString(
        finished.resolveSibling(name + ".sha256"),
        DebPackage.digest("SHA-256", finished) + "  " + name + "\n");
    out.printf("%s, %.1f MB%n", finished, Files.size(finished) / 1e6);
    return 0;
  }

  /** The program's folder, with everything unpacked and the runtime. */
  private Path image(
      Jpackage jpackage, Platform platform, Path jars, Path work, String kind, PrintWriter out)
      throws IOException, InterruptedException {
    Path dist = home.resolve("installer/dist");
    List<Path> published = Unpacking.jarsOf(jars);
    Path content = emptied(work.resolve("content"));
    out.println("Unpacking libraries and models");
    new Unpacking(content, platform).unpack(jars);
    Stripping.strip(
        List.of(content.resolve(NativeFiles.NATIVES), content.resolve(NativeFiles.LIBTORCH)), out);
    out.println("Collecting licences");
    new Licences(dist.resolve("common/licences"))
        .collect(published, home.resolve("LICENSE"), content.resolve("licences"));
    Path icons = work.resolve("icons");
    Icon.write(icons);
    if (kind.equals("rpm")) {
      new SystemFiles(dist.resolve("linux"))
          .write(content.resolve("system"), home.resolve("LICENSE"));
    }
    out.println("Linking the runtime");
    RuntimeImage runtime = new RuntimeImage(dist.resolve("common/modules.txt"));
    runtime.check(published, work);
    runtime.link(work.resolve("runtime"));
    out.println("Making the program's folder");
    Path image = emptied(work.resolve("image"));
    jpackage.image(content, work.resolve("runtime"), icons, work, image);
    Path program;
    try (Stream<Path> made = Files.list(image)) {
      program = made.findFirst().orElseThrow();
    }
    if (platform.isLinux() && !kind.equals("rpm")) { // rpmbuild's copies have other times
      out.println("Recording a start");
      new StartupCache(program, emptied(work.resolve("start"))).make(out);
    }
    return program;
  }

  /** {@code app-desktop-0.1.0-SNAPSHOT.jar} is version 0.1.0. */
  private static String ofJars(Path jars) throws IOException {
    return Unpacking.jarsOf(jars).stream()
        .map(jar -> jar.getFileName().toString())
        .filter(name -> name.startsWith("app-desktop-"))
        .map(name -> name.replaceFirst("^app-desktop-", "").replaceFirst("(-SNAPSHOT)?\\.jar$", ""))
        .findFirst()
        .orElseThrow(() -> new IOException("there is no app-desktop in " + jars));
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
