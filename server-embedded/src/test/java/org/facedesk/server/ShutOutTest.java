package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.server.Station.assertError;

import java.net.http.HttpRequest.BodyPublishers;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that is revoked or given new credentials loses what it had got, at once. */
class ShutOutTest extends SocketTest {
  @Test
  void closesItsSocketsAndNobodyElses() {
    FakeClients.Credentials leaver = station.clients.add("leaver");
    Socket theirs = greeted(station.sessions.add(leaver.client(), SessionType.ENROLLMENT));
    Socket ours = greeted(enrollment());

    station.clients.revoke(leaver.client().id());
    station.server.shutOut(leaver.client().id());

    JsonNode error = theirs.next("error");
    assertThat(error.path("code").asInt()).isEqualTo(403);
    assertThat(theirs.closeCode()).isEqualTo(4403);
    ours.frame(1).next("frame_processed");
  }

  @Test
  void happensAlsoWhenItWasRevokedElsewhere() {
    FakeClients.Credentials leaver = station.clients.add("leaver");
    Socket theirs = greeted(station.sessions.add(leaver.client(), SessionType.ENROLLMENT));
    station.clients.revoke(leaver.client().id());
    assertThat(theirs.closeCode()).isEqualTo(4403);
  }

  @Test
  void happensAlsoWhenItsCredentialsWereReplacedElsewhere() {
    FakeClients.Credentials rotated = station.clients.add("rotated");
    Socket theirs = greeted(station.sessions.add(rotated.client(), SessionType.ENROLLMENT));
    station.clients.rotate(rotated);
    assertThat(theirs.closeCode()).isEqualTo(4403);
  }

  @Test
  void keepsNothingThatWasHeldForItsCalls() {
    FakeClients.Credentials leaver = station.clients.add("leaver");
    FakeSession session = station.sessions.add(leaver.client(), SessionType.ENROLLMENT);
    var call =
        station
            .request("/api/auth/process-image/")
            .header("X-API-Key", leaver.apiKey())
            .POST(
                BodyPublishers.ofString(
                    "{\"session_token\":\"%s\",\"image\":\"AQ==\"}".formatted(session.token)));
    assertThat(station.send(call).statusCode()).isEqualTo(200);
    station.clients.revoke(leaver.client().id());
    station.server.shutOut(leaver.client().id());
    assertError(station.send(call), 401, "UNAUTHENTICATED");
  }

  @Test
  void endsAccessTokensIssuedBefore() {
    FakeClients.Credentials before = station.clients.add("rotated");
    String token = login(before);
    FakeSession session = station.sessions.add(before.client(), SessionType.ENROLLMENT);
    assertThat(status(session, token)).isEqualTo(200);

    FakeClients.Credentials after = station.clients.rotate(before);

    assertThat(status(session, token)).isEqualTo(401);
    assertThat(status(session, before.apiKey())).isEqualTo(401);
    assertThat(status(session, after.apiKey())).isEqualTo(200);
    assertThat(status(session, login(after))).isEqualTo(200);
  }

  private String login(FakeClients.Credentials client) {
    return Station.json(
            station.send(
                station
                    .request("/api/auth/client/")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"api_key\":\"%s\",\"api_secret\":\"%s\"}"
                                .formatted(client.apiKey(), client.secret())))))
        .path("token")
        .asString();
  }

  private int status(FakeSession session, String credential) {
    return station
        .send(
            station
                .request("/api/auth/sessions/" + session.token + "/")
                .header("Authorization", "Bearer " + credential))
        .statusCode();
  }
}
