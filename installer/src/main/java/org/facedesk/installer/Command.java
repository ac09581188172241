package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Other programs: the JDK's, and the platform's packager. */
final class Command {
  private Command() {}

  /** A tool beside the java that runs this. */
  static String ofJdk(String name) {
    Path tool = Path.of(System.getProperty("java.home"), "bin", name);
    Path exe = tool.resolveSibling(name + ".exe");
    return (Files.exists(exe) ? exe : tool).toString();
  }

  static boolean exists(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  /**
   * Runs a command to its end; what it says is said.
   *
   * @throws IOException if it fails
   */
  static void run(List<String> words, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    if (code != 0) {
      throw new IOException("%s ended with %d".formatted(String.join(" ", words), code));
    }
  }

  static void run(String... words) throws IOException, InterruptedException {
    run(List.of(words), Map.of());
  }

  /** What a command prints; what it complains of is said. */
  static String output(List<String> words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", words) + " failed: " + text);
    }
    return text;
  }
}
