package org.facedesk.e2e;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The station as its own process, and its commands. */
final class StationProcess implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** A start takes half the processor time without the second compiler. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String ANNOUNCEMENT = "listening on ";

  private final Process process;
  private final URI address;

  private StationProcess(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts {@code serve} on a free port and waits for its announcement. */
  static StationProcess serve(Path data) throws IOException {
    return serve(data, List.of(), Map.of());
  }

  /** The same with more options, and with more in its environment. */
  static StationProcess serve(Path data, List<String> options, Map<String, String> environment)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--data"));
    words.add(data.toString());
    words.addAll(options);
    ProcessBuilder builder = command(words);
    builder.environment().putAll(environment);
    return announced(builder);
  }

  /** The same, on a system that lets no file grow beyond this. */
  static StationProcess serveWithSmallFiles(Path data, int megabytes) throws IOException {
    ProcessBuilder builder = command(List.of("serve", "--port", "0", "--data", data.toString()));
    List<String> words = new ArrayList<>();
    words.addAll(List.of("bash", "-c", "ulimit -f " + 1024 * megabytes + "; exec \"$@\"", "bash"));
    words.addAll(builder.command());
    return announced(builder.command(words));
  }

  private static StationProcess announced(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null || !line.startsWith(ANNOUNCEMENT)) {
      process.destroyForcibly();
      throw new IOException("the station said: " + line);
    }
    return new StationProcess(process, URI.create(line.substring(ANNOUNCEMENT.length())));
  }

  /** What a command printed, and how it ended. */
  record Answer(int exitCode, String out) {
    List<JsonNode> lines() {
      return out.lines().map(MAPPER::readTree).toList();
    }

    JsonNode last() {
      return lines().getLast();
    }
  }

  /** Runs a command to its end. */
  static Answer run(String... arguments) throws IOException, InterruptedException {
    Process process =
        command(List.of(arguments)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out);
  }

  /**
   * Classes as an earlier start read them, which the first station to end leaves behind. Java keeps
   * them for class paths of jars alone, which they are once the modules are packaged.
   */
  private static List<String> remembered(List<Path> classPath) {
    return classPath.stream().allMatch(Files::isRegularFile)
        ? List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + Path.of("target", "station.jsa").toAbsolutePath(),
            "-Xlog:disable") // what it says of the archive would stand between answers
        : List.of();
  }

  /** Without the tests' own classes. */
  private static List<Path> classPath() {
    Path own = Path.of("target").toAbsolutePath();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> !entry.startsWith(own))
        .toList();
  }

  private static ProcessBuilder command(List<String> arguments) {
    List<Path> classPath = classPath();
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(SHORT_LIVED);
    words.addAll(remembered(classPath));
    words.add("--enable-native-access=ALL-UNNAMED");
    words.add("--sun-misc-unsafe-memory-access=allow");
    words.add("-cp");
    words.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.add("org.facedesk.desktop.launch.Main");
    words.addAll(arguments);
    return new ProcessBuilder(words);
  }

  URI address() {
    return address;
  }

  /** Of the memory of this process and of its picture decoders, what is in RAM now. */
  long residentMegabytes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(one -> residentMegabytes(one.pid()))
        .sum();
  }

  private static long residentMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .sum();
    } catch (IOException ended) {
      return 0; // a decoder that died over a picture
    }
  }

  /** As a power cut would: no shutdown hook runs. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    process.destroy();
    process
        .onExit()
        .orTimeout(30, TimeUnit.SECONDS)
        .whenComplete((ended, late) -> process.destroyForcibly())
        .join();
  }
}
