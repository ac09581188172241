package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.server.Station.assertError;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.facedesk.server.ServerSettings.Limits;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens at the limits, over a real connection. */
class LimitsTest {
  @TempDir Path folder;

  private Station station(Limits limits) {
    return new Station(ServerSettings.of("127.0.0.1", 0, folder).withLimits(limits));
  }

  private static long retryAfter(HttpResponse<String> response) {
    return Long.parseLong(response.headers().firstValue("Retry-After").orElse("0"));
  }

  @Test
  void aClientBeginsSoManySessionsAMinute() {
    try (Station station = station(Limits.DEFAULT.withSessions(2, 100))) {
      String path = "/api/auth/authentication/";
      assertThat(station.post(path, "{}").statusCode()).isEqualTo(201);
      assertThat(station.post(path, "{}").statusCode()).isEqualTo(201);
      HttpResponse<String> refused = station.post(path, "{}");
      assertError(refused, 429, "RATE_LIMITED");
      assertThat(retryAfter(refused)).isBetween(1L, 31L);
      FakeClients.Credentials other = station.clients.add("other");
      assertThat(
              station
                  .send(
                      station
                          .request(path)
                          .header("X-API-Key", other.apiKey())
                          .POST(BodyPublishers.ofString("{}")))
                  .statusCode())
          .isEqualTo(201);
    }
  }

  @Test
  void anAddressBeginsSoManySessionsAMinuteForWhomever() {
    try (Station station = station(Limits.DEFAULT.withSessions(100, 1))) {
      String path = "/api/auth/enrollment/";
      assertThat(station.post(path, "{\"user_id\":\"u\"}").statusCode()).isEqualTo(201);
      FakeClients.Credentials other = station.clients.add("other");
      HttpResponse<String> refused =
          station.send(
              station
                  .request(path)
                  .header("X-API-Key", other.apiKey())
                  .POST(BodyPublishers.ofString("{\"user_id\":\"u\"}")));
      assertError(refused, 429, "RATE_LIMITED");
    }
  }

  @Test
  void framesAreCountedOverAllSessionsOfAClient() {
    try (Station station = station(Limits.DEFAULT.withFrames(2, 100))) {
      for (int i = 0; i < 2; i++) {
        Socket socket =
            station.connect(station.sessions.add(station.desk.client(), SessionType.ENROLLMENT));
        socket.frame(1).next("frame_processed");
      }
      Socket third =
          station.connect(station.sessions.add(station.desk.client(), SessionType.ENROLLMENT));
      JsonNode error = third.frame(1).next("error");
      assertThat(error.path("code").asInt()).isEqualTo(429);
      assertThat(error.path("error").asString()).contains("frames of one client");
    }
  }

  @Test
  void framesOverRestAreCountedAlike() {
    try (Station station = station(Limits.DEFAULT.withFrames(1, 100))) {
      assertThat(frame(station).statusCode()).isEqualTo(200);
      HttpResponse<String> refused = frame(station);
      assertError(refused, 429, "RATE_LIMITED");
      assertThat(retryAfter(refused)).isBetween(1L, 61L);
    }
  }

  private static HttpResponse<String> frame(Station station) {
    FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
    return station.post(
        "/api/auth/process-image/",
        "{\"session_token\":\"%s\",\"image\":\"AQ==\"}".formatted(session.token));
  }

  @Test
  void guessingAKeyIsSlowedAndStandsInTheTrail() throws InterruptedException {
    try (Station station = station(new Limits(100, 100, 2))) {
      String path = "/api/auth/sessions/sess_whatever/";
      HttpResponse<String> first =
          station.send(station.request(path).header("X-API-Key", "fk_guess_number_one"));
      assertError(first, 401, "UNAUTHENTICATED");
      assertError(
          station.send(station.request(path).header("X-API-Key", "fk_guess_number_two")),
          401,
          "UNAUTHENTICATED");
      HttpResponse<String> shutOut = station.send(station.asDesk(path));
      assertError(shutOut, 429, "RATE_LIMITED");
      assertThat(retryAfter(shutOut)).isBetween(1L, 2L);

      AuditEvent event = station.trail.take();
      assertThat(event.action()).isEqualTo("login.refused");
      assertThat(event.correlationId())
          .isEqualTo(Station.json(first).path("correlation_id").asString())
          .isEqualTo(first.headers().firstValue("X-Correlation-Id").orElseThrow());
      assertThat(event.details())
          .containsEntry("address", "127.0.0.1")
          .containsEntry("number", "1");
    }
  }

  @Test
  void aRequestWithoutCredentialsIsNoGuess() {
    try (Station station = station(new Limits(100, 100, 1))) {
      String path = "/api/auth/sessions/sess_whatever/";
      for (int i = 0; i < 3; i++) {
        assertError(station.send(station.request(path)), 401, "UNAUTHENTICATED");
      }
      assertError(station.send(station.asDesk(path)), 404, "SESSION_NOT_FOUND");
    }
  }

  @Test
  void aLoginIsInTheTrailUnderTheIdOfItsAnswer() throws InterruptedException {
    try (Station station = station(Limits.DEFAULT)) {
      HttpResponse<String> response =
          station.post(
              "/api/auth/client/",
              "{\"api_key\":\"%s\",\"api_secret\":\"%s\"}"
                  .formatted(station.desk.apiKey(), station.desk.secret()));
      assertThat(response.statusCode()).isEqualTo(200);
      AuditEvent event = station.trail.take();
      assertThat(event.action()).isEqualTo("login.granted");
      assertThat(event.client()).isEqualTo(station.desk.client().id());
      assertThat(event.correlationId())
          .isEqualTo(response.headers().firstValue("X-Correlation-Id").orElseThrow());
      assertThat(event.toString()).doesNotContain(station.desk.apiKey(), station.desk.secret());
    }
  }
}
