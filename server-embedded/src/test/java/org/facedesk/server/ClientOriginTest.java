package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.server.Station.assertError;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Pages of other sites: those a client names may call for it, over REST and on its sockets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientOriginTest {
  private static final String APP = "https://app.example";
  private static final String ELSEWHERE = "https://elsewhere.example";
  private static final String EVIL = "https://evil.example";

  private Station station;
  private FakeClients.Credentials app;
  private FakeClients.Credentials elsewhere;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
    app = station.clients.allow(station.clients.add("app"), APP);
    elsewhere = station.clients.allow(station.clients.add("elsewhere"), ELSEWHERE);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  private HttpResponse<String> enroll(String origin, String apiKey) {
    return station.send(
        station
            .request("/api/auth/enrollment/")
            .header("Origin", origin)
            .header("X-API-Key", apiKey)
            .POST(BodyPublishers.ofString("{\"user_id\":\"u\"}")));
  }

  private HttpResponse<String> preflight(String path, String origin) {
    return station.send(
        station
            .request(path)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static String allowed(HttpResponse<String> response) {
    return response.headers().firstValue("Access-Control-Allow-Origin").orElse("nobody");
  }

  @Nested
  class OverRest {
    @Test
    void aPageTheClientNamesMayCall() {
      HttpResponse<String> response = enroll(APP, app.apiKey());
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(allowed(response)).isEqualTo(APP);
      assertThat(response.headers().firstValue("Vary")).contains("Origin");
      assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void aPageAnotherClientNamesMayNot() {
      HttpResponse<String> response = enroll(ELSEWHERE, app.apiKey());
      assertError(response, 403, "FORBIDDEN");
      assertThat(allowed(response)).isEqualTo("nobody");
      assertThat(enroll(ELSEWHERE, elsewhere.apiKey()).statusCode()).isEqualTo(201);
    }

    @Test
    void aPageNobodyNamesMayNotEvenWithTheKey() {
      HttpResponse<String> response = enroll(EVIL, app.apiKey());
      assertError(response, 403, "FORBIDDEN");
      assertThat(allowed(response)).isEqualTo("nobody");
    }

    @Test
    void aPageMayReadWhyItWasRefused() {
      HttpResponse<String> response = enroll(APP, "wrong");
      assertError(response, 401, "UNAUTHENTICATED");
      assertThat(allowed(response)).isEqualTo(APP);
      assertThat(response.headers().firstValue("Access-Control-Expose-Headers"))
          .hasValueSatisfying(
              names -> assertThat(names).contains("X-Correlation-Id", "Retry-After"));
    }

    @Test
    void aPageMayLogInForItsOwnClientOnly() {
      assertThat(login(APP).statusCode()).isEqualTo(200);
      assertError(login(ELSEWHERE), 403, "FORBIDDEN");
    }

    private HttpResponse<String> login(String origin) {
      return station.send(
          station
              .request("/api/auth/client/")
              .header("Origin", origin)
              .POST(
                  BodyPublishers.ofString(
                      "{\"api_key\":\"%s\",\"api_secret\":\"%s\"}"
                          .formatted(app.apiKey(), app.secret()))));
    }

    @Test
    void aBrowsersQuestionBeforehandIsAnswered() {
      HttpResponse<String> response = preflight("/api/auth/enrollment/", APP);
      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(allowed(response)).isEqualTo(APP);
      assertThat(response.headers().firstValue("Access-Control-Allow-Methods")).contains("POST");
      assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
          .hasValueSatisfying(
              names -> assertThat(names).contains("Authorization", "X-API-Key", "Content-Type"));
      assertError(preflight("/api/auth/enrollment/", EVIL), 403, "FORBIDDEN");
      assertError(preflight("/api/nothing/", APP), 404, "NOT_FOUND");
    }

    @Test
    void programsAndTheStationsOwnPagesNeedNoName() {
      assertThat(enroll(station.address.url(), app.apiKey()).statusCode()).isEqualTo(201);
      assertThat(station.post("/api/auth/enrollment/", "{\"user_id\":\"u\"}").statusCode())
          .isEqualTo(201);
    }
  }

  @Nested
  class OnASocket {
    @Test
    void aPageTheClientNamesMayConnect() {
      assertThat(connect(app, APP).next().path("type").asString())
          .isEqualTo("connection_established");
    }

    @Test
    void anotherPageIsToldAndClosed() {
      Socket socket = connect(app, EVIL);
      assertThat(socket.next().path("code").asInt()).isEqualTo(403);
      assertThat(socket.closeCode()).isEqualTo(4403);
    }

    @Test
    void theStationsOwnPageMayConnect() {
      assertThat(connect(app, station.address.url()).next().path("type").asString())
          .isEqualTo("connection_established");
    }

    @Test
    void anyPageMayConnectToSessionsOfAClientThatNamesNone() {
      assertThat(connect(station.desk, EVIL).next().path("type").asString())
          .isEqualTo("connection_established");
    }

    @Test
    void aPageCannotGiveItselfAnotherNameInTheAddress() {
      FakeSession session = station.sessions.add(app.client(), SessionType.ENROLLMENT);
      Socket socket = connect(session, EVIL, "?origin=" + APP + "&address=127.0.0.9");
      assertThat(socket.next().path("code").asInt()).isEqualTo(403);
    }

    private Socket connect(FakeClients.Credentials client, String origin) {
      return connect(station.sessions.add(client.client(), SessionType.ENROLLMENT), origin, "");
    }

    private Socket connect(FakeSession session, String origin, String query) {
      URI uri =
          URI.create(
              station.address.url().replaceFirst("http", "ws")
                  + "/ws/auth/process-image/"
                  + session.token
                  + "/"
                  + query);
      return Socket.connect(station.http, uri, origin);
    }
  }

  @Test
  void figuresAreNotReadThroughANameThatIsNotTheStations() throws IOException {
    assertThat(figuresFor("evil.example:" + station.address.port())).contains(" 401 ");
    assertThat(figuresFor("localhost:" + station.address.port())).contains(" 200 ");
  }

  /** The first line of the answer; the client at hand does not let a caller choose the host. */
  private String figuresFor(String host) throws IOException {
    try (java.net.Socket socket =
        new java.net.Socket(InetAddress.getLoopbackAddress(), station.address.port())) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              "GET /metrics HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElseThrow();
    }
  }
}
