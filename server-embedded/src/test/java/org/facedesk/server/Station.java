package org.facedesk.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.facedesk.server.http.StationProbe;
import org.facedesk.server.openapi.Conformance;
import org.facedesk.store.AuditEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole server on loopback over fake use cases. */
public final class Station implements AutoCloseable {
  static final byte[] TOKEN_KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final JsonMapper JSON = new JsonMapper();

  public final FakeClients clients = new FakeClients();
  public final FakeSessions sessions = new FakeSessions();
  public final Probe probe = new Probe();
  public final FakeClients.Credentials desk = clients.add("desk");
  public final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  public final BlockingQueue<AuditEvent> trail = new LinkedBlockingQueue<>();
  public final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  public final FacedeskServer server;
  public final BoundAddress address;
  private final ExecutorService analysis = Executors.newFixedThreadPool(2);

  /** Health as the test says. */
  public static final class Probe implements StationProbe {
    public volatile boolean store = true;
    public volatile boolean broken;

    @Override
    public boolean storeReady() {
      if (broken) {
        throw new IllegalStateException("a secret thing went wrong");
      }
      return store;
    }

    @Override
    public boolean engineReady() {
      return true;
    }

    @Override
    public long gallerySize() {
      return 0;
    }
  }

  public Station(Path folder) {
    this(ServerSettings.of("127.0.0.1", 0, folder));
  }

  public Station(ServerSettings settings) {
    server =
        new FacedeskServer(
            settings,
            new ServerPorts(
                sessions,
                Unused.people(),
                clients,
                probe,
                analysis,
                TOKEN_KEY,
                () -> 0.5,
                metrics,
                trail::add,
                InstantSource.system()));
    address = server.start();
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address.url() + path)).timeout(Duration.ofSeconds(10));
  }

  /** A request with the desk's API key. */
  public HttpRequest.Builder asDesk(String path) {
    return request(path).header("X-API-Key", desk.apiKey());
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpRequest sent = request.build();
      HttpResponse<String> response = http.send(sent, HttpResponse.BodyHandlers.ofString());
      Conformance.check(
          sent.method(),
          sent.uri().getRawPath(),
          response.statusCode(),
          response.headers().firstValue("Content-Type"),
          response.body());
      return response;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        asDesk(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  /** That this is a refusal in the protocol's form. */
  public static void assertError(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    JsonNode body = json(response);
    assertThat(body.path("error").asString()).isNotEmpty();
    assertThat(body.path("code").asString()).isEqualTo(code);
    assertThat(body.path("detail").asString()).isNotEmpty();
    assertThat(body.path("correlation_id").asString()).hasSize(10);
    assertThat(response.body()).doesNotContain("Exception", "org.facedesk", "undertow");
  }

  public Socket connect(FakeSession session) {
    return connectTo("/ws/auth/process-image/" + session.token + "/");
  }

  public Socket connectTo(String path) {
    return Socket.connect(http, URI.create(address.url().replaceFirst("http", "ws") + path));
  }

  @Override
  public void close() {
    server.close();
    analysis.shutdownNow();
    http.close();
  }
}
