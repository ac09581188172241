package org.facedesk.desktop.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client over the network whose visitor looks into their own camera, and never blinks. */
final class RemoteVisitor implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long FRAME_MILLIS = 300;
  private static final int ENOUGH_ANSWERS = 8;
  private static final int PATIENCE_SECONDS = 120;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI station;
  private final String apiKey;
  private final List<byte[]> pictures;
  private final CountDownLatch answers = new CountDownLatch(ENOUGH_ANSWERS);
  private volatile boolean over;

  RemoteVisitor(String station, String apiKey, List<byte[]> pictures) {
    this.station = URI.create(station);
    this.apiKey = apiKey;
    this.pictures = pictures;
  }

  /** A session that sends pictures until it is closed. */
  void begin(String user) throws IOException, InterruptedException {
    URI address = URI.create(session(user).get("websocket_url").asString());
    WebSocket socket = http.newWebSocketBuilder().buildAsync(address, new Answers()).join();
    Thread.ofVirtual().start(() -> send(socket));
  }

  /** A session nobody comes to. */
  void wait(String user) throws IOException, InterruptedException {
    session(user);
  }

  void awaitAnswers() throws InterruptedException {
    if (!answers.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the station does not answer");
    }
  }

  private JsonNode session(String user) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(station.resolve("/api/auth/enrollment/"))
            .header("X-API-Key", apiKey)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("user_id", user))))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IOException("no session: " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }

  private void send(WebSocket socket) {
    try {
      for (int i = 0; !over && !socket.isOutputClosed(); i++) {
        String image = Base64.getEncoder().encodeToString(pictures.get(i % pictures.size()));
        socket.sendText("{\"image\":\"" + image + "\",\"seq\":" + i + "}", true).join();
        TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    over = true;
    http.shutdownNow();
  }

  private final class Answers implements WebSocket.Listener {
    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      if (last) {
        answers.countDown();
      }
      socket.request(1);
      return null;
    }
  }
}
