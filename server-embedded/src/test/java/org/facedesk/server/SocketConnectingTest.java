package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.facedesk.store.SessionStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How a connection begins, breaks and begins again. */
class SocketConnectingTest extends SocketTest {
  @Nested
  class Connecting {
    @Test
    void isGreeted() {
      FakeSession session = enrollment();
      JsonNode greeting = station.connect(session).next();
      assertThat(greeting.path("type").asString()).isEqualTo("connection_established");
      assertThat(greeting.path("session_token").asString()).isEqualTo(session.token);
      assertThat(greeting.path("session_type").asString()).isEqualTo("enrollment");
      assertThat(greeting.path("status").asString()).isEqualTo("processing");
      assertThat(greeting.path("timeout").asDouble()).isEqualTo(300);
      assertThat(greeting.path("message").asString()).isNotEmpty();
    }

    @Test
    void worksWithoutTheTrailingSlash() {
      FakeSession session = enrollment();
      Socket socket = station.connectTo("/ws/auth/process-image/" + session.token);
      assertThat(socket.next().path("session_token").asString()).isEqualTo(session.token);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/ws/auth/process-image/",
          "/ws/auth/process-image",
          "/ws/auth/process-image//",
          "/ws/auth/process-image/a/b/",
          "/ws/auth/process-image/%2e%2e/"
        })
    void withoutATokenIsToldBeforeTheClose(String path) {
      Socket socket = station.connectTo(path);
      assertThat(socket.next().path("code").asInt()).isEqualTo(400);
      assertThat(socket.closeCode()).isEqualTo(4400);
    }

    @Test
    void withAnUnknownTokenIsToldBeforeTheClose() {
      Socket socket = station.connectTo("/ws/auth/process-image/sess_unknown_token/");
      JsonNode error = socket.next();
      assertThat(error.path("type").asString()).isEqualTo("error");
      assertThat(error.path("code").asInt()).isEqualTo(404);
      assertThat(error.path("error").asString()).isNotEmpty();
      assertThat(error.path("correlation_id").asString()).isNotEmpty();
      assertThat(socket.closeCode()).isEqualTo(4404);
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED,401,4401", "COMPLETED,400,4400", "CANCELLED,400,4400"})
    void toASessionThatIsOverIsRefused(SessionStatus status, int code, int close) {
      FakeSession session = enrollment();
      session.status = status;
      Socket socket = station.connect(session);
      assertThat(socket.next().path("code").asInt()).isEqualTo(code);
      assertThat(socket.closeCode()).isEqualTo(close);
    }

    @Test
    void ofARevokedClientIsForbidden() {
      FakeSession session = enrollment();
      station.clients.revoke(station.desk.client().id());
      Socket socket = station.connect(session);
      assertThat(socket.next().path("code").asInt()).isEqualTo(403);
      assertThat(socket.closeCode()).isEqualTo(4403);
    }

    @Test
    void aSecondTimeIsRefusedAndLeavesTheFirstAlone() {
      FakeSession session = enrollment();
      Socket first = greeted(session);
      Socket second = station.connect(session);
      assertThat(second.next().path("code").asInt()).isEqualTo(400);
      assertThat(second.closeCode()).isEqualTo(4400);
      first.frame(1);
      assertThat(first.next("frame_processed").path("success").asBoolean()).isTrue();
    }

    @Test
    void againAfterTheConnectionBrokeGoesOn() throws InterruptedException {
      FakeSession session = enrollment();
      Socket first = greeted(session);
      first.frame(1).next("frame_processed");
      first.abort();
      assertThat(session.released.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(session.status).isEqualTo(SessionStatus.DISCONNECTED);
      Socket again = greeted(session);
      JsonNode answer = again.frame(2).next("frame_processed");
      assertThat(answer.path("success").asBoolean()).isTrue();
      assertThat(answer.path("frames_processed").asInt()).isEqualTo(2);
    }

    @Test
    void andLeavingLetsTheSessionGo() throws InterruptedException {
      FakeSession session = enrollment();
      greeted(session).leave();
      assertThat(session.released.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(session.status).isEqualTo(SessionStatus.DISCONNECTED);
    }
  }
}
