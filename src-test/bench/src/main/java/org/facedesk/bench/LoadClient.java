package org.facedesk.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One browser: session after session, a frame each 100 ms whether or not answers keep up. A frame
 * that is late does not make the next one come sooner than the protocol allows, as in a browser,
 * where both wait for the camera.
 */
final class LoadClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long FRAME_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(95);
  private static final long LAST_ANSWERS_MILLIS = 500;

  private final HttpClient http;
  private final URI station;
  private final String apiKey;
  private final List<String> frames;
  private final Tally tally;

  /**
   * @param frames whole messages; the place of each is its {@code seq}
   */
  LoadClient(HttpClient http, URI station, String apiKey, List<String> frames, Tally tally) {
    this.http = http;
    this.station = station;
    this.apiKey = apiKey;
    this.frames = frames;
    this.tally = tally;
  }

  /**
   * @param endNanos when to stop, as {@link System#nanoTime} says
   */
  void run(int number, long endNanos) {
    Random beat = new Random(number);
    for (int session = 0; System.nanoTime() < endNanos; session++) {
      try {
        TimeUnit.NANOSECONDS.sleep(
            beat.nextLong(FRAME_NANOS)); // cameras know nothing of each other
        session("person-" + number + "-" + session, endNanos);
      } catch (IOException | CompletionException e) {
        tally.lost.incrementAndGet();
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
    tally.sessions.incrementAndGet();
    JsonNode ticket = JSON.readTree(created.body());
    Answers answers = new Answers();
    WebSocket socket =
        http.newWebSocketBuilder()
            .buildAsync(URI.create(ticket.get("websocket_url").asString()), answers)
            .join();
    long due = System.nanoTime();
    for (int i = 0; i < frames.size() && due < end && !answers.closed.isDone(); i++) {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      long now = System.nanoTime();
      answers.sentNanos.put(i, now);
      tally.sent.incrementAndGet();
      socket.sendText(frames.get(i), true).join();
      due = Math.max(due + FRAME_NANOS, now + LEAST_NANOS);
    }
    if (answers.closed.isDone()) {
      tally.lost.incrementAndGet();
      return;
    }
    TimeUnit.MILLISECONDS.sleep(LAST_ANSWERS_MILLIS);
    answers.leaving = true;
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

  private final class Answers implements WebSocket.Listener {
    final Map<Integer, Long> sentNanos = new ConcurrentHashMap<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private long heardNanos;

    /** From now on the station says that the session was cancelled, which is no failure. */
    volatile boolean leaving;

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        hear(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }

    private void hear(String message) {
      long now = System.nanoTime();
      Head head = Head.of(message);
      Long start = sentNanos.remove(head.seq());
      if (head.type().equals("error") && !leaving) {
        count(head);
      } else if (start != null && head.type().equals("frame_processed")) {
        tally.waits.add((now - start) / 1e6);
        if (heardNanos != 0) {
          tally.silence.accumulate((now - heardNanos) / 1e6);
        }
        heardNanos = now;
      }
    }

    private void count(Head head) {
      if (head.code() != 429) {
        tally.failed.incrementAndGet();
      } else if (head.error().startsWith("At most")) {
        tally.tooSoon.incrementAndGet();
      } else {
        tally.leftOut.incrementAndGet();
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

  /** What stands at the beginning of an answer; the landmarks behind it are not looked at. */
  private record Head(String type, int seq, int code, String error) {
    static Head of(String message) {
      String type = "";
      String error = "";
      int code = 0;
      try (JsonParser parser = JSON.createParser(message)) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          switch (name) {
            case "type" -> type = parser.getString();
            case "error" -> error = parser.getString();
            case "code" -> code = parser.getIntValue();
            case "seq" -> {
              return new Head(type, parser.getIntValue(), code, error);
            }
            default -> parser.skipChildren();
          }
        }
      }
      return new Head(type, -1, code, error);
    }
  }
}
