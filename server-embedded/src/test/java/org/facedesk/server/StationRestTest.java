package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.server.Station.assertError;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the station says about itself, and how it refuses what it does not know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StationRestTest {
  private Station station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/", "/health", "/api/core/health/"})
  void saysWhetherItCanWork(String path) {
    assertThat(station.send(station.request(path)).statusCode()).isEqualTo(200);
    station.probe.store = false;
    HttpResponse<String> sick = station.send(station.request(path));
    station.probe.store = true;
    assertThat(sick.statusCode()).isEqualTo(503);
    assertThat(Station.json(sick).path("checks").path("store").asString()).isEqualTo("unavailable");
  }

  @Test
  void tellsAboutItself() {
    JsonNode status = Station.json(station.send(station.request("/api/core/status/")));
    assertThat(status.path("status").asString()).isEqualTo("operational");
    assertThat(status.has("uptime_seconds")).isTrue();
    JsonNode info = Station.json(station.send(station.request("/api/core/info/")));
    assertThat(info.path("name").asString()).isEqualTo("Facedesk");
    assertThat(info.path("max_image_bytes").asInt()).isEqualTo(1024 * 1024);
  }

  @Test
  void showsItsFiguresToThisComputer() {
    HttpResponse<String> response = station.send(station.request("/metrics"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("facedesk_sockets_open");
    for (String proxys :
        new String[] {"X-Real-IP", "X-Forwarded-Host", "Forwarded", "X-Forwarded-For"}) {
      assertThat(
              station.send(station.request("/metrics").header(proxys, "203.0.113.9")).statusCode())
          .as(proxys)
          .isEqualTo(401);
    }
  }

  @Test
  void answersNothingElse() {
    assertError(station.send(station.request("/nothing/")), 404, "NOT_FOUND");
    assertError(station.send(station.request("/api/users/")), 404, "NOT_FOUND");
    assertError(station.send(station.request("/ws/else/")), 404, "NOT_FOUND");
    assertError(
        station.send(station.request("/ws/auth/process-image/sess_x/")), 400, "INVALID_REQUEST");
  }

  @Test
  void saysWhichMethodsItKnows() {
    HttpResponse<String> response = station.send(station.asDesk("/api/auth/enrollment/"));
    assertError(response, 405, "METHOD_NOT_ALLOWED");
    assertThat(response.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void refusesBodiesThatAreTooLargeOrOfAnotherKind() {
    String large = "{\"user_id\":\"u\",\"more\":\"" + "x".repeat(70_000) + "\"}";
    assertError(station.post("/api/auth/enrollment/", large), 413, "MESSAGE_TOO_LARGE");
    assertError(
        station.send(
            station
                .asDesk("/api/auth/enrollment/")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(large)))),
        413,
        "MESSAGE_TOO_LARGE");
    assertError(
        station.send(
            station
                .asDesk("/api/auth/enrollment/")
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<a/>"))),
        415,
        "UNSUPPORTED_MEDIA");
  }

  @Test
  void mindsNoKindOfABodyThatIsNotThere() {
    assertThat(
            station
                .send(station.request("/health/").header("Content-Type", "text/xml"))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void setsSecurityHeadersOnEveryAnswer() {
    for (String path :
        new String[] {
          "/health/", "/nowhere", "/api/auth/enrollment/", "/metrics", "/ws/auth/process-image/x/"
        }) {
      HttpResponse<String> response = station.send(station.request(path));
      assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(response.headers().firstValue("Permissions-Policy"))
          .hasValueSatisfying(policy -> assertThat(policy).contains("camera=()"));
      assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy"))
          .contains("same-origin");
      assertThat(response.headers().firstValue("X-Correlation-Id"))
          .hasValueSatisfying(id -> assertThat(id).hasSize(10));
      assertThat(response.headers().firstValue("Content-Security-Policy"))
          .hasValueSatisfying(policy ->
              assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'"));
      assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
      assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(response.headers().firstValue("X-Frame-Options")).contains("DENY");
      assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(response.headers().firstValue("Server")).isEqualTo(Optional.empty());
    }
  }

  @Test
  void tellsNothingOfItsMakingWhenSomethingBreaks() {
    station.probe.broken = true;
    HttpResponse<String> response = station.send(station.request("/health/"));
    station.probe.broken = false;
    assertError(response, 500, "INTERNAL");
    assertThat(response.body())
        .doesNotContain("secret thing", "at org", ".java", "Exception", "Undertow", "java.");
    assertThat(Station.json(response).path("correlation_id").asString())
        .isEqualTo(response.headers().firstValue("X-Correlation-Id").orElseThrow());
  }

  @Test
  void refusesPagesOfOtherSites() {
    assertError(
        station.send(station.asDesk("/health/").header("Origin", "https://evil.example")),
        403,
        "FORBIDDEN");
    assertThat(
            station
                .send(station.asDesk("/health/").header("Origin", station.address.url()))
                .statusCode())
        .isEqualTo(200);
  }
}
