package org.facedesk.installer;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The classes of a start, loaded and linked as they lie in memory, with what the first run learned
 * of them (JEP 483, 514, 515): made once, when the installer is built, from a start of the very
 * program that is packed. Java compares the jars' sizes and times with it and does without it where
 * they differ, so that it can cost time but nothing else.
 */
final class StartupCache {
  static final String FILE = "facedesk.aot";

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration SHORTEST_LOOK = Duration.ofSeconds(15);

  private final Path image;
  private final Path work;

  /**
   * @param image the program's folder, finished
   * @param work an empty folder
   */
  StartupCache(Path image, Path work) {
    this.image = image;
    this.work = work;
  }

  void make(PrintWriter out) throws IOException, InterruptedException {
    Path configuration = work.resolve("start.aotconf");
    record(configuration);
    Path cache = app().resolve(FILE);
    run("-XX:AOTMode=create", "-XX:AOTConfiguration=" + configuration, "-XX:AOTCache=" + cache);
    if (!Files.exists(cache)) {
      throw new IOException("Java made no " + FILE + "; see " + said());
    }
    out.printf("%s, %.0f MB%n", FILE, Files.size(cache) / 1e6);
    try (Stream<Path> files = Files.list(app())) {
      for (Path file : files.filter(file -> file.toString().endsWith(".cfg")).toList()) {
        if (!file.getFileName().toString().startsWith(Launchers.DECODER)) {
          Files.writeString(file, using(Files.readString(file)));
        }
      }
    }
  }

  /** The description of a launcher with the cache; a missing or old one is not talked about. */
  static String using(String description) {
    return description.replaceFirst(
        "(?m)^\\[JavaOptions\\]$",
        "[JavaOptions]\njava-options=-XX:AOTCache=\\$APPDIR/"
            + FILE
            + "\njava-options=-Xlog:aot=off,cds=off");
  }

  /** A start of the window and the server on new data, without a display, until both are there. */
  private void record(Path configuration) throws IOException, InterruptedException {
    int port = freePort();
    Instant begun = Instant.now();
    List<String> words =
        List.of("run", "--data", work.resolve("data").toString(), "--port", "" + port);
    Process station =
        start(
            words,
            "-XX:AOTMode=record",
            "-XX:AOTConfiguration=" + configuration,
            "-Xlog:aot=error,cds=error",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw");
    try {
      awaitHealth(station, port);
      Thread.sleep(asLongAgain(Duration.between(begun, Instant.now())));
    } finally {
      station.destroy();
    }
    if (!station.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !Files.exists(configuration)) {
      station.destroyForcibly();
      throw new IOException("the start was not recorded; see " + said());
    }
  }

  /** The window comes after the server; on a machine that is busy, later. */
  static Duration asLongAgain(Duration start) {
    return start.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : start;
  }

  private void awaitHealth(Process station, int port) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    URI health = URI.create("http://127.0.0.1:" + port + "/health/");
    try (HttpClient client = HttpClient.newHttpClient()) {
      while (!healthy(client, health)) {
        if (!station.isAlive() || Instant.now().isAfter(end)) {
          throw new IOException("the program does not start; see " + said());
        }
        Thread.sleep(Duration.ofMillis(500));
      }
    }
  }

  private static boolean healthy(HttpClient client, URI health) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private void run(String... options) throws IOException, InterruptedException {
    Process process = start(List.of("run"), options);
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("no " + FILE + " could be made; see " + said());
    }
  }

  /** By the launcher, so that class path and options are those of later starts. */
  private Process start(List<String> arguments, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(image.resolve("bin/facedesk").toString()));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(said().toFile()));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("FACEDESK_"));
    environment.put("HOME", work.toString());
    environment.put("JAVA_TOOL_OPTIONS", "\"" + String.join("\" \"", options) + "\"");
    return builder.start();
  }

  private Path said() {
    return work.resolve("said.txt");
  }

  private Path app() {
    return image.resolve("lib/app");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
