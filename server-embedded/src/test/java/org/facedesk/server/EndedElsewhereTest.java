package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Sockets whose session is ended by a call that is not about the session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndedElsewhereTest {
  private RealStation station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new RealStation(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  private JsonNode begun(String user) {
    return station.post("/api/auth/enrollment/", "{\"user_id\":\"" + user + "\"}").json();
  }

  private Socket greeted(JsonNode begun) {
    Socket socket = station.connect(begun.path("session_token").asString());
    socket.next("connection_established");
    return socket;
  }

  @Test
  void whoWasDeletedIsNotLookedAtAnyLonger() {
    Socket socket = greeted(begun("ada"));
    assertThat(station.delete("/api/clients/users/ada/").status()).isEqualTo(204);
    assertThat(socket.next("error").path("reason").asString()).isEqualTo("SESSION_STATE");
    assertThat(socket.closeCode()).isEqualTo(4000);
  }

  @Test
  void anEnrollmentThatWasDeletedTakesItsSocketWithIt() {
    JsonNode begun = begun("eve");
    Socket socket = greeted(begun);
    String enrollment = begun.path("enrollment_id").asString();
    assertThat(station.delete("/api/auth/enrollments/" + enrollment + "/").status()).isEqualTo(204);
    assertThat(socket.closeCode()).isEqualTo(4000);
  }
}
