package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.enroll.AuthenticationRequest;
import org.facedesk.enroll.EnrollmentRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a client may offer for challenges, and what becomes of it. */
class ChallengeOfferTest extends SocketTest {
  private JsonNode enroll(String liveness) {
    return Station.json(
        station.post(
            "/api/auth/enrollment/",
            "{\"user_id\":\"ada\",\"metadata\":{\"liveness\":" + liveness + "}}"));
  }

  @Test
  void aClientThatCanShowMovementsGetsAChallenge() {
    JsonNode body = enroll("{\"protocol\":\"challenge/1\",\"capabilities\":[\"pose\"]}");
    assertThat(station.sessions.enrollments)
        .containsExactly(new EnrollmentRequest("ada", "webcam", null, null, null, "remote", true));
    assertThat(body.path("message").asString()).doesNotContain("challenge", "pose");
  }

  @Test
  void anAuthenticationMayHaveOneAsWell() {
    station.post(
        "/api/auth/authentication/",
        """
        {"metadata":{"liveness":{"protocol":"challenge/1","capabilities":["zoom","pose"]}}}
        """);
    assertThat(station.sessions.authentications)
        .containsExactly(
            new AuthenticationRequest(null, "webcam", true, null, null, "remote", true));
  }

  @Test
  void capabilitiesThatAreNotUsedAreSaidToBe() {
    JsonNode body =
        enroll(
            """
            {"protocol":"challenge/1","capabilities":["pose","zoom","screen_light","dance"]}
            """);
    assertThat(station.sessions.enrollments.getFirst().challenge()).isTrue();
    assertThat(body.path("message").asString()).contains("pose alone").doesNotContain("dance");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"protocol\":\"challenge/2\",\"capabilities\":[\"pose\"]}",
        "{\"protocol\":\"challenge/1\"}",
        "{\"protocol\":\"challenge/1\",\"capabilities\":[]}",
        "{\"protocol\":\"challenge/1\",\"capabilities\":[\"screen_light\"]}"
      })
  void anOfferThatCannotBeTakenIsIgnoredAndSaidToBe(String offer) {
    JsonNode body = enroll(offer);
    assertThat(station.sessions.enrollments.getFirst().challenge()).isFalse();
    assertThat(body.path("message").asString()).contains("Without a challenge");
  }
}
