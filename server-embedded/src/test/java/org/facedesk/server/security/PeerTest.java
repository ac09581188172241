package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import org.facedesk.server.ServerSettings;
import org.facedesk.server.Station;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerTest {
  @TempDir Path folder;

  @Test
  void aTrustedProxySpeaksForItsClients() {
    try (Station station = new Station(behind(Set.of("127.0.0.1")))) {
      assertThat(url(station)).startsWith("wss://desk.example/");
      assertThat(metrics(station))
          .as("the client behind it is not on this computer")
          .isEqualTo(401);
    }
  }

  @Test
  void anyoneElseSpeaksForHimselfOnly() {
    try (Station station = new Station(behind(Set.of("192.0.2.9")))) {
      assertThat(url(station)).startsWith("ws://127.0.0.1:");
      assertThat(metrics(station))
          .as("a proxy the station was not told of may speak for anybody")
          .isEqualTo(401);
      assertThat(station.send(station.request("/metrics")).statusCode()).isEqualTo(200);
    }
  }

  private ServerSettings behind(Set<String> proxies) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        new ServerSettings.Tls.Automatic(),
        folder,
        null,
        Set.of("desk.example"),
        proxies,
        ServerSettings.Limits.DEFAULT);
  }

  private static String url(Station station) {
    HttpResponse<String> response =
        station.send(
            station
                .asDesk("/api/auth/enrollment/")
                .header("X-Forwarded-For", "203.0.113.5, 198.51.100.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "desk.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"user_id\":\"u\"}")));
    return Station.json(response).path("websocket_url").asString();
  }

  private static int metrics(Station station) {
    return station
        .send(station.request("/metrics").header("X-Forwarded-For", "198.51.100.7"))
        .statusCode();
  }
}
