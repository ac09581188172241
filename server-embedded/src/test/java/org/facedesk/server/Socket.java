package org.facedesk.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.facedesk.server.openapi.Conformance;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's end of a WebSocket. */
public final class Socket implements WebSocket.Listener {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;

  static Socket connect(HttpClient http, URI uri) {
    return connect(http.newWebSocketBuilder(), uri);
  }

  /** As a page of this site. */
  static Socket connect(HttpClient http, URI uri, String origin) {
    return connect(http.newWebSocketBuilder().header("Origin", origin), uri);
  }

  private static Socket connect(WebSocket.Builder builder, URI uri) {
    Socket listener = new Socket();
    listener.socket = builder.buildAsync(uri, listener).join();
    return listener;
  }

  /** The next message. */
  public JsonNode next() {
    try {
      JsonNode message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no message; closed: " + closed);
      }
      Conformance.check(message);
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The next message of this type; others are passed over. */
  public JsonNode next(String type) {
    JsonNode message = next();
    while (!type.equals(message.path("type").asString())) {
      message = next();
    }
    return message;
  }

  /** Messages that have arrived and were not asked for yet. */
  public int waiting() {
    return messages.size();
  }

  /** The code the station closes with. */
  public int closeCode() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("not closed; waiting: " + messages, e);
    }
  }

  public Socket text(String text) {
    socket().sendText(text, true).join();
    return this;
  }

  public Socket textPart(String text, boolean last) {
    socket().sendText(text, last).join();
    return this;
  }

  public Socket frame(int... bytes) {
    byte[] picture = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      picture[i] = (byte) bytes[i];
    }
    return text(
        "{\"type\":\"frame\",\"image\":\"data:image/jpeg;base64,"
            + Base64.getEncoder().encodeToString(picture)
            + "\"}");
  }

  public Socket binary(byte[] bytes) {
    socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    return this;
  }

  /** Leaves as a browser does that is closed. */
  public void leave() {
    socket().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /** Leaves as one does whose cable was pulled. */
  public void abort() {
    socket().abort();
  }

  private WebSocket socket() {
    return java.util.Objects.requireNonNull(socket);
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      messages.add(JSON.readTree(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }
}
