package org.facedesk.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A remote client as an integrator would write one: REST for the session, a WebSocket for its
 * frames.
 */
public final class RemoteClient implements AutoCloseable {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final long FRAME_MILLIS = 100;
  private static final long ANSWER_SECONDS = 60;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI station;
  private final String apiKey;

  public RemoteClient(URI station, String apiKey) {
    this.station = station;
    this.apiKey = apiKey;
  }

  public record Reply(int status, JsonNode body) {}

  public Reply post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(station.resolve(path))
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), MAPPER.readTree(response.body()));
  }

  public Reply get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(station.resolve(path)).header("X-API-Key", apiKey).GET().build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return new Reply(response.statusCode(), MAPPER.readTree(response.body()));
  }

  /** What stands there for anyone, whatever it is. */
  String text(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(station.resolve(path)).GET().build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /**
   * @return the status
   */
  int delete(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(station.resolve(path)).header("X-API-Key", apiKey).DELETE().build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Everything a socket said, and how it was closed. */
  public record Conversation(List<JsonNode> messages, int closeCode) {
    public JsonNode last() {
      return messages.getLast();
    }

    public long count(String type) {
      return messages.stream().filter(m -> m.get("type").asString().equals(type)).count();
    }
  }

  /**
   * Sends the pictures until the session ends or they are used up: ten a second, each when the one
   * before was answered, so that a slow station loses none.
   */
  public Conversation stream(String websocketUrl, Iterable<byte[]> jpegs)
      throws InterruptedException {
    Listener listener = new Listener();
    WebSocket socket =
        http.newWebSocketBuilder().buildAsync(URI.create(websocketUrl), listener).join();
    int sent = 0;
    long due = System.nanoTime();
    for (byte[] jpeg : jpegs) {
      if (listener.closed.isDone() || listener.waitClosed(due - System.nanoTime())) {
        break;
      }
      String image = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
      if (!sent(
          socket.sendText(
              MAPPER.writeValueAsString(
                  Map.of("type", "frame", "image", image, "ts", sent * FRAME_MILLIS)),
              true))) {
        break;
      }
      sent++;
      due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FRAME_MILLIS);
      listener.awaitAnswer();
    }
    if (!listener.waitClosed(TimeUnit.SECONDS.toNanos(5))) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      listener.waitClosed(TimeUnit.SECONDS.toNanos(5));
    }
    return new Conversation(List.copyOf(listener.messages), listener.closed.getNow(-1));
  }

  /** False when the station has closed the socket meanwhile: that is an answer, too. */
  private static boolean sent(CompletableFuture<WebSocket> sending) {
    try {
      sending.join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final Semaphore answers = new Semaphore(0);
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        JsonNode message = MAPPER.readTree(text.toString());
        messages.add(message);
        if (!message.get("type").asString().equals("connection_established")) {
          answers.release();
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      closed.complete(code);
      answers.release(Integer.MAX_VALUE / 2);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      closed.completeExceptionally(error);
      answers.release(Integer.MAX_VALUE / 2);
    }

    /** Waits for the next answer, or for the end. */
    void awaitAnswer() throws InterruptedException {
      if (!answers.tryAcquire(ANSWER_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the station does not answer");
      }
    }

    /**
     * @return whether the socket was closed within this time
     */
    boolean waitClosed(long nanos) throws InterruptedException {
      try {
        closed.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        return true;
      } catch (java.util.concurrent.TimeoutException e) {
        return false;
      } catch (java.util.concurrent.ExecutionException e) {
        throw new IllegalStateException("the socket broke", e.getCause());
      }
    }
  }
}
