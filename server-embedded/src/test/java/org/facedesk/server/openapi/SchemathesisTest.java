package org.facedesk.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.facedesk.server.RealStation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Schemathesis reads the OpenAPI document and tries to catch the station in a contradiction: an
 * answer that is not described, data that fits and is refused, data that does not and is taken, a
 * fault. It needs Python and, once, the network; where either is missing the test is skipped.
 */
class SchemathesisTest {
  private static final Path PYTHON = Path.of("src/test/python");

  /** It takes half a minute on an idle machine. */
  private static final int PATIENCE_SECONDS = 600;

  private static final Path VENV = Path.of("target/schemathesis");

  private record Finished(int exitCode, String output) {}

  @Test
  void findsNoContradictionBetweenTheDocumentAndTheStation(@TempDir Path folder) throws Exception {
    Path schemathesis = installed();
    try (RealStation station = new RealStation(folder.resolve("station"))) {
      Finished run =
          run(
              folder,
              PATIENCE_SECONDS,
              schemathesis.toString(),
              "--config-file",
              PYTHON.resolve("schemathesis.toml").toAbsolutePath().toString(),
              "--no-color",
              "run",
              station.address.url() + "/openapi.json",
              "--header",
              "X-API-Key: " + station.client.apiKey(),
              "--max-examples",
              "20",
              "--seed",
              "20261122",
              "--request-timeout",
              "20",
              "--suppress-health-check",
              "all");
      assertThat(run.exitCode()).as(run.output()).isZero();
    }
  }

  private static Path installed() throws IOException, InterruptedException {
    Path program = VENV.resolve("bin/schemathesis").toAbsolutePath();
    if (!Files.exists(program)) {
      assumeTrue(works(20, "python3", "--version"), "there is no python3 here");
      assumeTrue(
          works(60, "python3", "-m", "venv", VENV.toString()), "python3 cannot make a venv here");
      assumeTrue(
          works(
              300,
              VENV.resolve("bin/pip").toString(),
              "install",
              "--quiet",
              "-r",
              PYTHON.resolve("requirements.txt").toString()),
          "schemathesis cannot be installed here");
    }
    return program;
  }

  private static boolean works(int seconds, String... command)
      throws IOException, InterruptedException {
    try {
      return run(Path.of("."), seconds, command).exitCode() == 0;
    } catch (IOException e) {
      if (e.getMessage() != null && e.getMessage().contains("Cannot run program")) {
        return false;
      }
      throw e;
    }
  }

  private static Finished run(Path folder, int seconds, String... command)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("facedesk-schemathesis", ".txt");
    List<String> words = new ArrayList<>(Arrays.asList(command));
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      String text = Files.readString(output, StandardCharsets.UTF_8);
      return ended
          ? new Finished(process.exitValue(), text)
          : new Finished(-1, "not done after " + seconds + " s\n" + text);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
