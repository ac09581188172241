package org.facedesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A station in a process of its own, with a new data folder and a few API clients.
 *
 * @param apiKeys of the API clients
 */
record ServedStation(Process process, URI address, List<String> apiKeys) implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ANNOUNCEMENT = "listening on ";

  /** Returns when it listens. */
  static ServedStation start(String classPath, int apiClients)
      throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("facedesk-load");
    List<String> apiKeys = new ArrayList<>();
    for (int i = 0; i < apiClients; i++) {
      apiKeys.add(apiClient(classPath, data));
    }
    Process serve = station(classPath, "serve", "--port", "0", "--data", data.toString());
    String line =
        new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
    if (line == null || !line.startsWith(ANNOUNCEMENT)) {
      serve.destroy();
      throw new IOException("the station said: " + line);
    }
    return new ServedStation(
        serve, URI.create(line.substring(ANNOUNCEMENT.length())), List.copyOf(apiKeys));
  }

  private static String apiClient(String classPath, Path data)
      throws IOException, InterruptedException {
    Process command =
        station(classPath, "client", "create", "load", "--json", "--data", data.toString());
    String created =
        new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    command.waitFor();
    return JSON.readTree(created).get("api_key").asString();
  }

  private static Process station(String classPath, String... arguments) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                classPath,
                "org.facedesk.desktop.launch.Main"));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** Processor time so far, of the station and of the processes that decode its pictures. */
  Duration cpu() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  long residentMegabytes() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .sum();
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
