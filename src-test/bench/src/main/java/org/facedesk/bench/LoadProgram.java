package org.facedesk.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.facedesk.capture.practice.Choreography;
import org.facedesk.capture.practice.Person;
import org.facedesk.capture.practice.PracticeClip;
import org.facedesk.capture.practice.PracticeHead;
import org.facedesk.core.Frame;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients as browsers are, against a station in a process of its own on the same computer: each
 * sends rendered frames at ten a second, session after session, whether or not answers keep up.
 * {@code LoadProgram MAIN_CLASS_PATH SECONDS CLIENTS…} prints a line for each number of clients.
 */
public final class LoadProgram {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int FRAMES_A_SESSION = 110;

  /** A station runs all day: the just-in-time compiler's share of its first minute is left out. */
  private static final int WARM_UP_SECONDS = 45;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI station;
  private final String apiKey;
  private final List<byte[]> clip;
  private final Queue<Double> waits = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();

  private LoadProgram(URI station, String apiKey, List<byte[]> clip) {
    this.station = station;
    this.apiKey = apiKey;
    this.clip = clip;
  }

  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[1]);
    List<byte[]> clip = clip();
    System.out.println(
        "clients  frames/s  answered  p50 ms  p95 ms  p99 ms  throttled  sessions  lost  station"
            + " MB");
    for (int i = 2; i < arguments.length; i++) {
      int clients = Integer.parseInt(arguments[i]);
      try (Served served = Served.start(arguments[0])) {
        LoadProgram load = new LoadProgram(served.address(), served.apiKey(), clip);
        load.run(clients, WARM_UP_SECONDS);
        load.reset();
        load.run(clients, seconds);
        load.report(clients, seconds, served.residentMegabytes());
      }
    }
  }

  /** A head that turns but never blinks: no session ends before its frames do. */
  private static List<byte[]> clip() {
    OpenCvFrameDecoder encoder = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    List<byte[]> frames = new ArrayList<>();
    try (PracticeClip clip =
        new PracticeClip(
            new PracticeHead(Person.PORTRAIT), Choreography.WITHOUT_BLINK, 10, 11.9, 1)) {
      for (Optional<Frame> f = clip.next(); f.isPresent(); f = clip.next()) {
        frames.add(encoder.encodeJpeg(f.get(), 85));
      }
    }
    return frames;
  }

  private void reset() {
    waits.clear();
    sent.set(0);
    throttled.set(0);
    sessions.set(0);
    lost.set(0);
  }

  private void run(int clients, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < clients; number++) {
        int own = number;
        threads.execute(() -> client(own, end));
        Thread.sleep(1000 / clients);
      }
    }
  }

  private void client(int number, long end) {
    for (int session = 0; System.nanoTime() < end; session++) {
      try {
        session("person-" + number + "-" + session, end);
      } catch (IOException e) {
        lost.incrementAndGet();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void session(String user, long end) throws IOException, InterruptedException {
    HttpResponse<String> created =
        post("/api/auth/enrollment/", JSON.writeValueAsString(Map.of("user_id", user)));
    if (created.statusCode() != 201) {
      throw new IOException("no session: " + created.statusCode());
    }
    sessions.incrementAndGet();
    JsonNode ticket = JSON.readTree(created.body());
    Answers answers = new Answers();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(ticket.get("websocket_url").asString()), answers)
            .join();
    long due = System.nanoTime();
    for (int i = 0; i < FRAMES_A_SESSION && due < end && !answers.closed.isDone(); i++) {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      String image = Base64.getEncoder().encodeToString(clip.get(i % clip.size()));
      answers.sentNanos.put(i, System.nanoTime());
      sent.incrementAndGet();
      socket.sendText("{\"image\":\"" + image + "\",\"seq\":" + i + "}", true).join();
      due += FRAME_NANOS;
    }
    if (answers.closed.isDone()) {
      lost.incrementAndGet();
      return;
    }
    TimeUnit.MILLISECONDS.sleep(500); // the last answers
    post("/api/auth/sessions/" + ticket.get("session_token").asString() + "/cancel/", "{}");
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(station.resolve(path))
            .header("X-API-Key", apiKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void report(int clients, int seconds, long megabytes) {
    double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%7d  %8.1f  %7.1f%%  %6.0f  %6.0f  %6.0f  %9d  %8d  %4d  %10d%n",
        clients,
        sent.get() / (double) seconds,
        100.0 * sorted.length / Math.max(1, sent.get()),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        quantile(sorted, 0.99),
        throttled.get(),
        sessions.get(),
        lost.get(),
        megabytes);
  }

  private static double quantile(double[] sorted, double share) {
    return sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))];
  }

  private final class Answers implements WebSocket.Listener {
    final Map<Integer, Long> sentNanos = new java.util.concurrent.ConcurrentHashMap<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void hear(JsonNode message) {
      String type = message.path("type").asString();
      if (type.equals("error")) {
        throttled.incrementAndGet();
      }
      Long start = sentNanos.remove(message.path("seq").asInt(-1));
      if (start != null && type.equals("frame_processed")) {
        waits.add((System.nanoTime() - start) / 1e6);
      }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.complete(-1);
    }
  }

  /** A station with a new data folder, and a client of it. */
  private record Served(Process process, URI address, String apiKey) implements AutoCloseable {
    static Served start(String classPath) throws IOException, InterruptedException {
      Path data = Files.createTempDirectory("facedesk-load");
      Process client =
          station(classPath, "client", "create", "load", "--json", "--data", data.toString());
      String created =
          new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      client.waitFor();
      Process serve = station(classPath, "serve", "--port", "0", "--data", data.toString());
      String line =
          new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      if (line == null || !line.startsWith("listening on ")) {
        throw new IOException("the station said: " + line);
      }
      return new Served(
          serve,
          URI.create(line.substring("listening on ".length())),
          JSON.readTree(created).get("api_key").asString());
    }

    private static Process station(String classPath, String... arguments) throws IOException {
      List<String> words =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  classPath,
                  "org.facedesk.desktop.launch.Main"));
      words.addAll(List.of(arguments));
      return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    long residentMegabytes() throws IOException {
      try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
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
}
