package org.facedesk.server;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.facedesk.admin.ClientAdministration;
import org.facedesk.admin.ClientAuthentication;
import org.facedesk.admin.CreatedClient;
import org.facedesk.admin.EnrollmentAdministration;
import org.facedesk.admin.PeopleAdministration;
import org.facedesk.enroll.CalibratedMatcher;
import org.facedesk.enroll.PictureIntake;
import org.facedesk.enroll.SessionDecisions;
import org.facedesk.enroll.StationSessions;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.server.openapi.Conformance;
import org.facedesk.server.security.ClientDirectory;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole station on loopback, with its store and use cases; only the engine is scripted. */
public final class RealStation implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int ANY_NUMBER = 1_000_000;
  private static final ServerSettings.Limits BOUNDLESS =
      new ServerSettings.Limits(
          ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER, ANY_NUMBER);

  public final JdbcStore store;
  public final MemoryGallery gallery = new MemoryGallery();
  public final CreatedClient client;
  public final CreatedClient stranger;
  public final FacedeskServer server;
  public final BoundAddress address;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService analysis = Executors.newFixedThreadPool(2);

  public RealStation(Path folder) {
    this(folder, BOUNDLESS);
  }

  public RealStation(Path folder, ServerSettings.Limits limits) {
    this(folder, limits, UnaryOperator.identity());
  }

  /**
   * @param around the use cases ask the store through this
   */
  RealStation(Path folder, UnaryOperator<Store> around) {
    this(folder, BOUNDLESS, around);
  }

  private RealStation(Path folder, ServerSettings.Limits limits, UnaryOperator<Store> around) {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    Store asked = around.apply(store);
    client = newClient("gate");
    stranger = newClient("stranger");
    ScriptedEngine engine = new ScriptedEngine();
    server =
        new FacedeskServer(
            ServerSettings.of("127.0.0.1", 0, folder).withLimits(limits),
            new ServerPorts(
                sessions(asked, engine),
                new ServerPorts.People(
                    new PeopleAdministration(asked, gallery, CLOCK),
                    new EnrollmentAdministration(asked, gallery, CLOCK),
                    new PictureIntake(engine, engine, engine)),
                new Directory(new ClientAuthentication(store)),
                new Station.Probe(),
                analysis,
                Station.TOKEN_KEY,
                () -> 0.5,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                store.audit()::append,
                CLOCK));
    address = server.start();
  }

  public CreatedClient newClient(String name) {
    return new ClientAdministration(store, CLOCK).create(name, ClientRecord.Envelope.API_KEY);
  }

  private StationSessions sessions(Store asked, ScriptedEngine engine) {
    CapturePolicy usual = CapturePolicy.DEFAULT;
    CapturePolicy fast =
        new CapturePolicy(
            usual.targetSamples(),
            usual.authenticationSamples(),
            Duration.ofMillis(1),
            usual.requiredBlinks(),
            usual.requiredMotionEvents(),
            usual.maxFrames(),
            Duration.ofNanos(1),
            usual.sessionLifetime(),
            usual.authenticationTimeout(),
            ANY_NUMBER,
            usual.verificationFmr(),
            usual.identificationFpir(),
            usual.identificationMargin(),
            usual.sampleAgreement(),
            usual.verificationAttempts(),
            usual.identificationAttempts(),
            usual.livenessOptional(),
            usual.knownUsersOnly());
    MatchPolicy matching = new MatchPolicy(new Near(), 1e-4, 0.01, 0.05);
    return new StationSessions(
        asked,
        engine,
        engine,
        ScriptedEngine::lively,
        engine,
        fast,
        new SessionDecisions(
            asked, gallery, new CalibratedMatcher(asked, gallery, matching), fast, CLOCK),
        Duration.ofDays(30),
        CLOCK);
  }

  /** One face is one vector here. */
  private record Near() implements Thresholds {
    @Override
    public double threshold(int enrolledSamples, int probeSamples, double fmr) {
      return 0.3;
    }

    @Override
    public double confidence(int enrolledSamples, int probeSamples, double distance) {
      return Math.max(0, 1 - distance / 2);
    }
  }

  private record Directory(ClientAuthentication authentication) implements ClientDirectory {
    @Override
    public Optional<ClientRecord> byApiKey(String apiKey) {
      return authentication.byApiKey(apiKey);
    }

    @Override
    public Optional<ClientRecord> byApiKeyAndSecret(String apiKey, String secret) {
      return authentication.byApiKeyAndSecret(apiKey, secret);
    }

    @Override
    public Optional<ClientRecord> byId(UUID id) {
      return authentication.byId(id);
    }

    @Override
    public boolean knowsOrigin(String origin) {
      return authentication.knowsOrigin(origin);
    }

    @Override
    public EnvelopeKeys envelopeKeys(ClientRecord record) {
      return authentication.envelopeKeys(record);
    }
  }

  /** An answer, its body as JSON if it is. */
  public record Reply(int status, String text, Map<String, List<String>> headers) {
    public JsonNode json() {
      return JSON.readTree(text);
    }
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address.url() + path)).timeout(Duration.ofSeconds(20));
  }

  public Reply get(String path) {
    return send(client, request(path));
  }

  public Reply delete(String path) {
    return send(client, request(path).DELETE());
  }

  public Reply post(String path, String json) {
    return json("POST", path, json);
  }

  public Reply json(String method, String path, String json) {
    return send(client, jsonRequest(method, path, json));
  }

  public HttpRequest.Builder jsonRequest(String method, String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .method(method, BodyPublishers.ofString(json));
  }

  public Reply send(CreatedClient as, HttpRequest.Builder request) {
    HttpResponse<String> response = raw(as, request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), response.body(), response.headers().map());
  }

  public byte[] bytes(CreatedClient as, String path) {
    return raw(as, request(path), BodyHandlers.ofByteArray()).body();
  }

  private <T> HttpResponse<T> raw(
      CreatedClient as, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      HttpRequest sent = request.header("X-API-Key", as.apiKey()).build();
      HttpResponse<T> response = http.send(sent, body);
      if (response.body() instanceof String text) {
        Conformance.check(
            sent.method(),
            sent.uri().getRawPath(),
            response.statusCode(),
            response.headers().firstValue("Content-Type"),
            text);
      }
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Socket connect(String token) {
    String url = address.url().replaceFirst("http", "ws") + "/ws/auth/process-image/" + token + "/";
    return Socket.connect(http, URI.create(url));
  }

  /** A picture of the scripted engine, as base64. */
  public static String image(int faces, int who, int quality) {
    return Base64.getEncoder().encodeToString(ScriptedEngine.picture(faces, who, quality));
  }

  /**
   * Feeds a session over REST until it ends.
   *
   * @return the last answer
   */
  public Reply play(String token, int who) {
    for (int frame = 0; frame < 60; frame++) {
      Reply reply =
          post(
              "/api/auth/process-image/",
              "{\"session_token\":\"%s\",\"image\":\"%s\"}".formatted(token, image(1, who, 80)));
      if (reply.status() != 200
          || !reply.json().path("type").asString().equals("frame_processed")) {
        return reply;
      }
    }
    throw new AssertionError("the session does not end");
  }

  /** Enrolls a face for someone. */
  public JsonNode enroll(String userId, int who) {
    Reply started = post("/api/auth/enrollment/", "{\"user_id\":\"" + userId + "\"}");
    return play(started.json().path("session_token").asString(), who).json();
  }

  @Override
  public void close() {
    server.close();
    analysis.shutdownNow();
    store.close();
    http.close();
  }
}
