package org.facedesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program in another language that tests its own side; here it is only started and listened to.
 */
final class ForeignProgram {
  /** As the test runners of Node.js and Python say it. */
  private static final Pattern SKIPPED = Pattern.compile("# skipped [1-9]|[1-9]\\d* skipped");

  private ForeignProgram() {}

  /**
   * The first of these programs that is there: a name to look for in the PATH, or a file. Otherwise
   * the test is skipped.
   */
  static Path need(String purpose, String... candidates) {
    return Stream.of(candidates)
        .flatMap(ForeignProgram::places)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseGet(() -> abort("Skipped: " + purpose + "; .ci/run installs it."));
  }

  private static Stream<Path> places(String candidate) {
    if (candidate.contains("/")) {
      return Stream.of(Path.of(candidate));
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, candidate));
  }

  /** Skips the test where a folder is not there that an installation makes. */
  static void needInstalled(String purpose, Path folder) {
    if (!Files.isDirectory(folder)) {
      abort("Skipped: " + purpose + "; .ci/run installs it.");
    }
  }

  /** Skips the test where a program is older than this; it is asked with {@code --version}. */
  static void needVersion(String purpose, Path program, int atLeast) throws IOException {
    Process asked =
        new ProcessBuilder(program.toString(), "--version").redirectErrorStream(true).start();
    String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher number = Pattern.compile("\\d+").matcher(answer);
    if (!number.find() || Integer.parseInt(number.group()) < atLeast) {
      abort("Skipped: " + purpose + " " + atLeast + " or newer.");
    }
  }

  /**
   * Runs it to its end, which has to be a good one, with none of its tests skipped.
   *
   * @param log where its words are kept
   */
  static void run(
      Path folder, Map<String, String> environment, Duration atMost, Path log, List<String> words)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(ended).as("%s ended within %s; it said:%n%s", words, atMost, said).isTrue();
    assertThat(process.exitValue()).as("%s ended well; it said:%n%s", words, said).isZero();
    assertThat(said).doesNotContainPattern(SKIPPED);
  }
}
