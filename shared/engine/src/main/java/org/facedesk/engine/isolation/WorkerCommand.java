package org.facedesk.engine.isolation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a worker is started: as small as a Java process gets, and with nothing of the station's. */
final class WorkerCommand {
  /** An installed program has no {@code java} beside it, but a launcher that is a worker. */
  static final String LAUNCHER = "facedesk-decoder";

  /** Without that launcher the program is asked to be a worker itself. */
  static final String SUBCOMMAND = "decode-worker";

  private static final List<String> SMALL =
      List.of(
          "-Xmx160m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          // what a crashed worker had in memory is somebody's face
          "-XX:+SuppressFatalErrorMessage",
          "-XX:-CreateCoredumpOnCrash");

  /** Where libraries are found and unpacked; passwords and keys that stand beside them are not. */
  private static final Set<String> KEPT =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "LD_LIBRARY_PATH",
          "TMPDIR",
          "TEMP",
          "TMP",
          "SYSTEMROOT",
          "USERPROFILE",
          "LOCALAPPDATA");

  private WorkerCommand() {}

  static ProcessBuilder ofThisProgram() {
    ProcessBuilder builder = new ProcessBuilder(words());
    builder.environment().keySet().retainAll(kept(builder.environment().keySet()));
    builder.redirectError(ProcessBuilder.Redirect.DISCARD); // decoders' complaints about pictures
    return builder;
  }

  private static Set<String> kept(Set<String> names) {
    return names.stream()
        .filter(name -> KEPT.contains(name.toUpperCase(java.util.Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  private static List<String> words() {
    String installed = System.getProperty("jpackage.app-path");
    Path java = Path.of(System.getProperty("java.home"), "bin", executable());
    if (installed != null && !Files.exists(java)) {
      return ofInstalled(Path.of(installed));
    }
    List<String> words = new ArrayList<>();
    words.add(java.toString());
    words.addAll(SMALL);
    words.addAll(inherited());
    words.add("-cp");
    words.add(classPath(System.getProperty("java.class.path")));
    words.add(DecoderWorker.class.getName());
    return words;
  }

  /**
   * @param program the launcher that started this process
   */
  static List<String> ofInstalled(Path program) {
    String ending = program.toString().endsWith(".exe") ? ".exe" : "";
    Path worker = program.resolveSibling(LAUNCHER + ending);
    return Files.isExecutable(worker)
        ? List.of(worker.toString())
        : List.of(program.toString(), SUBCOMMAND);
  }

  private static String executable() {
    return File.separatorChar == '\\' ? "java.exe" : "java";
  }

  private static List<String> inherited() {
    return Stream.of("org.bytedeco.javacpp.cachedir", "java.io.tmpdir", "user.home")
        .filter(name -> System.getProperty(name) != null)
        .map(name -> "-D" + name + "=" + System.getProperty(name))
        .toList();
  }

  /** Jars of one folder are named together: some systems' command lines are short. */
  static String classPath(String ofThisProcess) {
    List<Path> entries =
        Stream.of(ofThisProcess.split(File.pathSeparator))
            .filter(entry -> !entry.isEmpty())
            .map(Path::of)
            .toList();
    Set<Path> folders =
        entries.stream().map(Path::toAbsolutePath).map(Path::getParent).collect(Collectors.toSet());
    boolean jars = entries.stream().allMatch(entry -> entry.toString().endsWith(".jar"));
    if (entries.size() > 1 && jars && folders.size() == 1) {
      return folders.iterator().next() + File.separator + "*";
    }
    return ofThisProcess;
  }
}
