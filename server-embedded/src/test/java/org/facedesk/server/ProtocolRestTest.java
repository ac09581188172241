package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.server.Station.assertError;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** REST's rows of the protocol, over a real connection. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolRestTest {
  private Station station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  @Nested
  class Credentials {
    @ParameterizedTest
    @CsvSource({
      "/api/core/auth/client/,api_secret",
      "/api/core/auth/client,secret_key",
      "/api/auth/client/,secret_key",
      "/api/auth/client,api_secret"
    })
    void areExchangedForAToken(String path, String secretName) {
      HttpResponse<String> response = login(path, secretName, station.desk.secret());
      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode body = Station.json(response);
      assertThat(body.path("client_id").asString()).isEqualTo("client_desk");
      assertThat(body.path("client_name").asString()).isEqualTo("desk");
      assertThat(body.path("token_type").asString()).isEqualTo("JWT");
      assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
      assertThat(body.path("expires_at").asString()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
      String token = body.path("access_token").asString();
      assertThat(token.split("\\.")).hasSize(3);
      assertThat(body.path("jwt_token").asString()).isEqualTo(token);
      assertThat(body.path("token").asString()).isEqualTo(token);
      assertThat(body.path("features").isObject()).isTrue();
      assertThat(body.path("rate_limits").isObject()).isTrue();
    }

    @Test
    void thatAreWrongAreRefused() {
      assertError(login("/api/core/auth/client/", "api_secret", "wrong"), 401, "UNAUTHENTICATED");
      assertError(
          station.post("/api/core/auth/client/", "{\"api_key\":\"a\"}"), 401, "UNAUTHENTICATED");
      assertError(station.post("/api/core/auth/client/", "{}"), 401, "UNAUTHENTICATED");
    }

    @Test
    void ofEverySchemeOpenTheDoor() {
      String key = station.desk.apiKey();
      String token =
          Station.json(login("/api/auth/client/", "api_secret", station.desk.secret()))
              .path("token")
              .asString();
      assertThat(statusWith("Authorization", "Bearer " + key)).isEqualTo(200);
      assertThat(statusWith("Authorization", "bearer " + key)).isEqualTo(200);
      assertThat(statusWith("Authorization", "Bearer " + token)).isEqualTo(200);
      assertThat(statusWith("Authorization", "JWT " + token)).isEqualTo(200);
      assertThat(statusWith("X-API-Key", key)).isEqualTo(200);
    }

    @Test
    void forAProxyOnTheWayLeaveTheKeyAsItIs() {
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      HttpResponse<String> response =
          station.send(
              station
                  .asDesk("/api/auth/sessions/" + session.token)
                  .header("Authorization", "Basic cHJveHk6cHJveHk="));
      assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
      "Authorization,Bearer wrong",
      "Authorization,Bearer a.b.c",
      "Authorization,JWT key-of-desk",
      "Authorization,Basic a2V5Og==",
      "Authorization,key-of-desk",
      "X-API-Key,wrong",
      "X-Nothing,nothing"
    })
    void ofNoKindDoNot(String header, String value) {
      assertThat(statusWith(header, value)).isEqualTo(401);
    }

    @Test
    void ofARevokedClientAreRefusedAtOnceEvenAsToken() {
      FakeClients.Credentials other = station.clients.add("leaver");
      FakeSession session = station.sessions.add(other.client(), SessionType.ENROLLMENT);
      String token =
          Station.json(
                  station.post(
                      "/api/auth/client/",
                      "{\"api_key\":\"key-of-leaver\",\"api_secret\":\"secret-of-leaver\"}"))
              .path("token")
              .asString();
      String path = "/api/auth/sessions/" + session.token + "/";
      assertThat(status(path, "Authorization", "Bearer " + token)).isEqualTo(200);
      station.clients.revoke(other.client().id());
      assertThat(status(path, "Authorization", "Bearer " + token)).isEqualTo(401);
      assertThat(status(path, "X-API-Key", other.apiKey())).isEqualTo(401);
    }

    private HttpResponse<String> login(String path, String secretName, String secret) {
      return station.send(
          station
              .request(path)
              .POST(
                  BodyPublishers.ofString(
                      "{\"api_key\":\"%s\",\"%s\":\"%s\"}"
                          .formatted(station.desk.apiKey(), secretName, secret))));
    }

    private int statusWith(String header, String value) {
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      return status("/api/auth/sessions/" + session.token, header, value);
    }

    private int status(String path, String header, String value) {
      return station.send(station.request(path).header(header, value)).statusCode();
    }
  }

  @Nested
  class StartingAnEnrollment {
    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/enrollment/", "/api/auth/enrollment"})
    void givesATokenAndAnAddress(String path) {
      HttpResponse<String> response = station.post(path, "{\"user_id\":\"u1\"}");
      assertThat(response.statusCode()).isEqualTo(201);
      JsonNode body = Station.json(response);
      String token = body.path("session_token").asString();
      assertThat(token).startsWith("sess_").hasSizeGreaterThan(40);
      assertThat(body.path("enrollment_id").asString()).hasSize(36);
      assertThat(body.path("status").asString()).isEqualTo("active");
      assertThat(body.path("target_samples").asInt()).isEqualTo(3);
      assertThat(body.path("expires_at").asString()).isEqualTo("2030-01-01T00:00:00Z");
      assertThat(body.path("message").asString()).isNotEmpty();
      assertThat(body.path("websocket_url").asString())
          .isEqualTo(
              "ws://127.0.0.1:%d/ws/auth/process-image/%s/"
                  .formatted(station.address.port(), token));
    }

    @Test
    void passesTheWishesOn() {
      station.post(
          "/api/auth/enrollment/",
          """
          {"user_id":"wisher","session_type":"mobile","metadata":{"target_samples":5,
           "required_blinks":2,"required_motion_events":3,"device_info":{"any":["thing"]}}}
          """);
      assertThat(station.sessions.enrollments)
          .contains(new EnrollmentRequest("wisher", "mobile", 5, 2, 3, "remote"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"user_id\":null}",
          "{\"user_id\":\"\"}",
          "{\"user_id\":\"  \"}",
          "{\"user_id\":\"a\\u0000b\"}",
          "{\"user_id\":\"u\",\"session_type\":\"fax\"}",
          "{\"user_id\":\"u\",\"metadata\":{\"target_samples\":\"many\"}}",
          "{\"user_id\":\"u\",\"metadata\":[]}",
          "not json",
          ""
        })
    void refusesWhatCannotBeMeant(String body) {
      assertError(station.post("/api/auth/enrollment/", body), 400, "INVALID_REQUEST");
    }

    @Test
    void takesAnIdOfAHundredCharactersAndNotOfOneMore() {
      assertThat(start("ü".repeat(100))).isEqualTo(201);
      assertThat(start("ü".repeat(101))).isEqualTo(400);
    }

    private int start(String userId) {
      return station.post("/api/auth/enrollment/", "{\"user_id\":\"" + userId + "\"}").statusCode();
    }
  }

  @Nested
  class StartingAnAuthentication {
    @Test
    void ofSomeoneVerifies() {
      JsonNode body =
          Station.json(station.post("/api/auth/authentication/", "{\"user_id\":\"u1\"}"));
      assertThat(body.path("session_token").asString()).startsWith("sess_");
      assertThat(body.path("status").asString()).isEqualTo("active");
      assertThat(body.path("session_type").asString()).isEqualTo("verification");
      assertThat(body.path("expires_at").asString()).isNotEmpty();
      assertThat(body.path("websocket_url").asString()).startsWith("ws://");
      assertThat(body.path("message").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"user_id\":null}"})
    void ofNobodyInParticularIdentifies(String json) {
      HttpResponse<String> response = station.post("/api/auth/authentication/", json);
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(Station.json(response).path("session_type").asString())
          .isEqualTo("identification");
    }

    @Test
    void passesTheWishesOnAndSaysWhenOneIsNotGranted() {
      JsonNode body =
          Station.json(
              station.post(
                  "/api/auth/authentication/",
                  """
                  {"user_id":"u2","session_type":"api","require_liveness":false,
                   "metadata":{"min_frames_required":4,"required_blinks":2}}
                  """));
      assertThat(station.sessions.authentications)
          .contains(new AuthenticationRequest("u2", "api", false, 4, 2, "remote"));
      assertThat(body.path("message").asString()).contains("liveness");
      assertThat(body.path("require_liveness").asBoolean()).isTrue();
    }

    @Test
    void ofSomeoneUnknownIsNotFound() {
      assertError(
          station.post("/api/auth/authentication/", "{\"user_id\":\"nobody\"}"),
          404,
          "USER_NOT_FOUND");
    }
  }

  @Nested
  class ASession {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/status", "/status/"})
    void canBeLookedAt(String suffix) {
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      HttpResponse<String> response =
          station.send(station.asDesk("/api/auth/sessions/" + session.token + suffix));
      assertThat(response.statusCode()).isEqualTo(200);
      JsonNode body = Station.json(response);
      assertThat(body.path("status").asString()).isEqualTo("active");
      assertThat(body.path("session_type").asString()).isEqualTo("enrollment");
      assertThat(body.path("frames_processed").asInt(-1)).isZero();
      assertThat(body.path("created_at").asString()).isNotEmpty();
      assertThat(body.path("expires_at").asString()).isNotEmpty();
      assertThat(response.body()).doesNotContain(session.token);
    }

    @Test
    void canBeCancelledOnce() {
      FakeSession session = station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
      String path = "/api/auth/sessions/" + session.token + "/cancel/";
      HttpResponse<String> response =
          station.send(station.asDesk(path).POST(BodyPublishers.noBody()));
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(Station.json(response).path("status").asString()).isEqualTo("cancelled");
      assertThat(session.status).isEqualTo(SessionStatus.CANCELLED);
      assertError(
          station.send(station.asDesk(path).POST(BodyPublishers.noBody())), 409, "SESSION_STATE");
    }

    @Test
    void ofAnotherClientIsLikeNone() {
      FakeSession theirs =
          station.sessions.add(station.clients.add("stranger").client(), SessionType.ENROLLMENT);
      HttpResponse<String> foreign =
          station.send(station.asDesk("/api/auth/sessions/" + theirs.token + "/"));
      HttpResponse<String> none =
          station.send(station.asDesk("/api/auth/sessions/sess_nothing_like_this/"));
      assertError(foreign, 404, "SESSION_NOT_FOUND");
      assertThat(withoutId(foreign)).isEqualTo(withoutId(none));
      assertError(
          station.send(
              station
                  .asDesk("/api/auth/sessions/" + theirs.token + "/cancel/")
                  .POST(BodyPublishers.noBody())),
          404,
          "SESSION_NOT_FOUND");
      assertThat(theirs.status).isEqualTo(SessionStatus.ACTIVE);
    }

    private String withoutId(HttpResponse<String> response) {
      return response.body().replaceAll("\"correlation_id\":\"[^\"]*\"", "");
    }
  }

  @Test
  void whatAsksForNothingNeedsNoBody() {
    assertThat(
            station
                .send(station.asDesk("/api/auth/authentication/").POST(BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(201);
    assertError(
        station.send(station.asDesk("/api/auth/enrollment/").POST(BodyPublishers.noBody())),
        400,
        "INVALID_REQUEST");
  }

  @Nested
  class Forms {
    @Test
    void mayComeWhereJsonMay() {
      HttpResponse<String> login =
          form(
              "/api/auth/client/",
              "api_key=%s&secret_key=%s".formatted(station.desk.apiKey(), station.desk.secret()));
      assertThat(login.statusCode()).isEqualTo(200);
      assertThat(
              form(
                      "/api/auth/enrollment/",
                      "user_id=Zo%C3%AB+7&session_type=api&metadata=%7B%22target_samples%22%3A4%7D")
                  .statusCode())
          .isEqualTo(201);
      assertThat(station.sessions.enrollments)
          .contains(new EnrollmentRequest("Zoë 7", "api", 4, null, null, "remote"));
      assertThat(
              form("/api/auth/authentication/", "user_id=u9&require_liveness=False").statusCode())
          .isEqualTo(201);
      assertThat(station.sessions.authentications)
          .contains(new AuthenticationRequest("u9", "webcam", false, null, null, "remote"));
    }

    @Test
    void mayBeMultipart() {
      assertThat(multipart(part("user_id", "", "multi")).statusCode()).isEqualTo(201);
      assertThat(station.sessions.enrollments)
          .contains(new EnrollmentRequest("multi", "webcam", null, null, null, "remote"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "user_id=",
          "user_id=%zz",
          "user_id=a%00b",
          "user_id=u&metadata=no",
          "user_id=u&metadata=[]",
          "{\"user_id\":\"u\"}"
        })
    void areRefusedAsJsonIs(String body) {
      assertError(form("/api/auth/enrollment/", body), 400, "INVALID_REQUEST");
    }

    @Test
    void inPartsAreRefusedAsJsonIs() {
      String many =
          IntStream.range(0, 2000)
              .mapToObj(i -> part("a" + i, "", "1"))
              .collect(Collectors.joining());
      String odd = part("user_id", "Content-Type: text/plain; charset=odd\r\n", "u");
      String coded = part("user_id", "Content-Transfer-Encoding: base64\r\n", "!!!!");
      for (String parts : List.of(odd, coded, "--edge\r\nContent-Disp", "nothing")) {
        assertError(multipart(parts), 400, "INVALID_REQUEST");
      }
      assertError(multipart(many), 413, "MESSAGE_TOO_LARGE");
      assertError(multipart(many.substring(0, 60_000)), 400, "INVALID_REQUEST");
    }

    @Test
    void mayNotHaveAnyNumberOfFields() {
      String fields =
          IntStream.range(0, 2000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));
      assertError(form("/api/auth/enrollment/", fields), 400, "INVALID_REQUEST");
      assertError(
          form("/api/auth/enrollment/", "user_id=" + "u".repeat(70_000)), 413, "MESSAGE_TOO_LARGE");
    }

    private HttpResponse<String> multipart(String parts) {
      return station.send(
          station
              .asDesk("/api/auth/enrollment/")
              .header("Content-Type", "multipart/form-data; boundary=edge")
              .POST(BodyPublishers.ofString(parts + "--edge--\r\n")));
    }

    private static String part(String name, String headers, String value) {
      return "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n%s\r\n%s\r\n"
          .formatted(name, headers, value);
    }

    private HttpResponse<String> form(String path, String body) {
      return station.send(
          station
              .asDesk(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(body)));
    }
  }
}
