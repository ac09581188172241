package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.LiveSession.Admission;
import org.facedesk.enroll.Outcome;
import org.facedesk.protocol.WireFormat;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.protocol.crypto.ResultEnvelope;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The WebSocket's rows of the protocol, over a real connection. */
class ProtocolSocketTest {
  @TempDir Path folder;
  private Station station;

  @BeforeEach
  void start() {
    station = new Station(folder);
  }

  @AfterEach
  void stop() {
    station.close();
  }

  private FakeSession enrollment() {
    return station.sessions.add(station.desk.client(), SessionType.ENROLLMENT);
  }

  private FakeSession verification() {
    return station.sessions.add(station.desk.client(), SessionType.VERIFICATION);
  }

  private Socket greeted(FakeSession session) {
    Socket socket = station.connect(session);
    socket.next("connection_established");
    return socket;
  }

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
      greeted(session).abort();
      assertThat(session.released.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(session.status).isEqualTo(SessionStatus.DISCONNECTED);
      Socket again = greeted(session);
      again.frame(1);
      assertThat(again.next("frame_processed").path("success").asBoolean()).isTrue();
    }

    @Test
    void andLeavingLetsTheSessionGo() throws InterruptedException {
      FakeSession session = enrollment();
      greeted(session).leave();
      assertThat(session.released.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(session.status).isEqualTo(SessionStatus.DISCONNECTED);
    }
  }

  @Nested
  class Frames {
    @Test
    void ofAnEnrollmentAreAnswered() {
      JsonNode answer = greeted(enrollment()).frame(1, 2).next("frame_processed");
      assertThat(answer.path("success").asBoolean()).isTrue();
      assertThat(answer.path("frames_processed").asInt()).isEqualTo(1);
      assertThat(answer.path("target_samples").asInt()).isEqualTo(3);
      assertThat(answer.has("min_frames_required")).isFalse();
      assertThat(answer.has("error")).isFalse();
      assertThat(answer.path("liveness_verified").asBoolean(true)).isFalse();
      assertThat(answer.path("liveness_score").asDouble()).isEqualTo(0.5);
      assertThat(answer.path("blinks_detected").asInt()).isEqualTo(1);
      assertThat(answer.path("blinks_required").asInt()).isEqualTo(1);
      assertThat(answer.path("blinks_ok").asBoolean()).isTrue();
      assertThat(answer.path("motion_score").asDouble()).isEqualTo(0.25);
      assertThat(answer.path("motion_events").asInt(-1)).isZero();
      assertThat(answer.path("motion_required").asInt()).isEqualTo(1);
      assertThat(answer.path("motion_ok").asBoolean(true)).isFalse();
      assertThat(answer.path("no_obstacles").asBoolean()).isTrue();
      assertThat(answer.path("obstacles").isArray()).isTrue();
      assertThat(answer.path("quality_score").asDouble()).isEqualTo(0.8);
      assertThat(answer.path("quality_threshold").asDouble()).isEqualTo(0.5);
      assertThat(answer.path("message").asString()).startsWith("Slowly turn");
    }

    @Test
    void carryWhatMayBeDrawn() {
      JsonNode visual = greeted(enrollment()).frame(1).next("frame_processed").path("visual_data");
      assertThat(visual.path("face_bbox").toString()).isEqualTo("[10.0,20.0,110.0,140.0]");
      assertThat(visual.path("landmarks").size()).isEqualTo(468);
      assertThat(visual.path("landmarks").path(0).size()).isEqualTo(2);
      JsonNode liveness = visual.path("liveness_indicators");
      assertThat(liveness.path("ear").asDouble()).isEqualTo(0.29);
      assertThat(liveness.path("blinks").asInt()).isEqualTo(1);
      assertThat(liveness.path("blink_verified").asBoolean()).isTrue();
      assertThat(liveness.path("motion_verified").asBoolean(true)).isFalse();
      assertThat(liveness.path("motion_score").asDouble()).isEqualTo(0.25);
      assertThat(liveness.has("motion_events")).isTrue();
      assertThat(liveness.path("frame_counter").asInt()).isEqualTo(1);
      assertThat(visual.path("head_pose").path("yaw").asDouble()).isEqualTo(1.2);
      assertThat(visual.path("head_pose").has("pitch")).isTrue();
      assertThat(visual.path("head_pose").has("roll")).isTrue();
      assertThat(visual.path("quality").toString()).isEqualTo("{\"sharpness\":80}");
    }

    @Test
    void ofAnAuthenticationSayTheTime() {
      JsonNode answer = greeted(verification()).frame(1).next("frame_processed");
      assertThat(answer.path("min_frames_required").asInt()).isEqualTo(3);
      assertThat(answer.path("is_live").asBoolean(true)).isFalse();
      assertThat(answer.path("elapsed_time").asDouble()).isEqualTo(1.5);
      assertThat(answer.path("timeout").asDouble()).isEqualTo(300);
      assertThat(answer.has("target_samples")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,No face", "2,More than one"})
    void withoutExactlyOneFaceFail(int faces, String error) {
      FakeSession session = enrollment();
      session.script = picture -> Steps.noFace(session, faces);
      JsonNode answer = greeted(session).frame(1).next("frame_processed");
      assertThat(answer.path("success").asBoolean(true)).isFalse();
      assertThat(answer.path("error").asString()).startsWith(error);
      assertThat(answer.path("frames_processed").asInt()).isEqualTo(1);
      assertThat(answer.path("message").asString()).isNotEmpty();
    }

    @Test
    void mayBeBareBase64AndHaveNoTypeAndATime() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      JsonNode answer =
          socket.text("{\"image\":\"AQID\",\"ts\":1234.5,\"seq\":7}").next("frame_processed");
      assertThat(session.pictures.getFirst()).containsExactly(1, 2, 3);
      assertThat(session.clientMillis.getFirst()).contains(1234L);
      assertThat(answer.path("seq").asInt()).isEqualTo(7);
    }

    @Test
    void mayBeBinary() {
      FakeSession session = enrollment();
      greeted(session).binary(new byte[] {9, 8}).next("frame_processed");
      assertThat(session.pictures.getFirst()).containsExactly(9, 8);
    }

    @Test
    void mayComeInParts() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      socket.textPart("{\"image\":", false).textPart("\"AQ", false).textPart("ID\"}", true);
      socket.next("frame_processed");
      assertThat(session.pictures.getFirst()).containsExactly(1, 2, 3);
    }

    @Test
    void areProcessedInOrderOneAtATime() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      for (int i = 0; i < 50; i++) {
        socket.frame(i).next("frame_processed");
      }
      assertThat(session.pictures).extracting(picture -> (int) picture[0]).isSorted().hasSize(50);
    }

    @Test
    void thatCannotBeDecodedAreRefusedAndTheSessionGoesOn() {
      FakeSession session = enrollment();
      session.script =
          picture -> {
            if (picture[0] == 0) {
              throw new FacedeskException(ErrorCode.INVALID_IMAGE, "the picture is cut off");
            }
            return Steps.feedback(session);
          };
      Socket socket = greeted(session);
      assertThat(socket.frame(0).next("error").path("code").asInt()).isEqualTo(400);
      assertThat(socket.text("{\"image\":\"!\"}").next("error").path("code").asInt())
          .isEqualTo(400);
      assertThat(socket.frame(1).next("frame_processed").path("success").asBoolean()).isTrue();
    }

    @Test
    void beforeTheGreetingAreNotLost() {
      FakeSession session = enrollment();
      Socket socket = station.connect(session);
      socket.frame(5);
      assertThat(socket.next().path("type").asString()).isEqualTo("connection_established");
      assertThat(socket.next().path("type").asString()).isEqualTo("frame_processed");
    }
  }

  @Nested
  class Messages {
    @Test
    void pingsAreAnsweredWhateverTheRate() {
      FakeSession session = enrollment();
      session.admission = Admission.TOO_FAST;
      Socket socket = greeted(session);
      for (int i = 0; i < 5; i++) {
        assertThat(socket.text("{\"type\":\"ping\"}").next().path("type").asString())
            .isEqualTo("pong");
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"type\":\"frame\"}", "{\"type\":\"dance\"}"})
    void thatAreNoMessagesAreRefusedAndTheSessionGoesOn(String message) {
      Socket socket = greeted(enrollment());
      assertThat(socket.text(message).next("error").path("code").asInt()).isEqualTo(400);
      assertThat(socket.frame(1).next("frame_processed").path("success").asBoolean()).isTrue();
    }

    @Test
    void largerThanTwoMebibytesEndTheSocket() {
      Socket socket = greeted(enrollment());
      socket.text("x".repeat(WireFormat.MAX_MESSAGE + 1));
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(413);
      assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    void largerThanTwoMebibytesInPartsEndTheSocket() {
      Socket socket = greeted(enrollment());
      String part = "x".repeat(64 * 1024);
      for (int i = 0; i < 33; i++) {
        socket.textPart(part, false);
      }
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(413);
      assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    void withAPictureLargerThanOneMebibyteAreRefusedAndTheSessionGoesOn() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      socket.binary(new byte[WireFormat.MAX_IMAGE + 1]);
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(413);
      socket.text("{\"image\":\"" + "A".repeat(1_500_000) + "\"}");
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(413);
      assertThat(socket.frame(1).next("frame_processed").path("success").asBoolean()).isTrue();
    }
  }

  @Nested
  class Limits {
    @Test
    void aFrameTooSoonIsRefusedAndNotProcessed() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.admission = Admission.TOO_FAST;
      JsonNode error = socket.frame(1).next("error");
      assertThat(error.path("code").asInt()).isEqualTo(429);
      assertThat(error.path("reason").asString()).isEqualTo("RATE_LIMITED");
      assertThat(session.pictures).isEmpty();
      session.admission = Admission.ADMITTED;
      socket.frame(2).next("frame_processed");
    }

    @Test
    void oneFrameIsInWorkOneWaitsAndTheRestIsRefused() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.permits.drainPermits();
      socket.frame(1);
      session.taken.acquireUninterruptibly();
      socket.frame(2);
      for (int i = 3; i < 13; i++) {
        assertThat(socket.frame(i).next().path("code").asInt()).isEqualTo(429);
      }
      session.permits.release(1000);
      socket.next("frame_processed");
      socket.next("frame_processed");
      assertThat(session.pictures).extracting(picture -> (int) picture[0]).containsExactly(1, 2);
    }

    @Test
    void aFloodIsBorneForAWhileAndThenEndsTheSocket() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.admission = Admission.TOO_FAST;
      int sent = 0;
      try {
        for (; sent < 5000; sent++) {
          socket.frame(1);
        }
      } catch (java.util.concurrent.CompletionException e) {
        assertThat(sent).isGreaterThan(900); // the station hung up while we were sending
      }
      assertThat(socket.closeCode()).isEqualTo(4429);
      assertThat(session.pictures).isEmpty();
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(429);
    }

    @Test
    void theSessionsFramesUsedUpEndAnEnrollment() {
      FakeSession session = enrollment();
      session.script = picture -> Steps.refused(session, Outcome.Reason.LIVENESS_NOT_PROVEN);
      Socket socket = greeted(session);
      JsonNode failed = socket.frame(1).next("enrollment_failed");
      assertThat(failed.path("success").asBoolean(true)).isFalse();
      assertThat(failed.path("error").asString()).isNotEmpty();
      assertThat(failed.path("error_code").asString()).isEqualTo("LIVENESS_NOT_PROVEN");
      assertThat(failed.path("reason").asString()).isEqualTo("liveness_not_proven");
      assertThat(failed.path("frames_processed").asInt()).isEqualTo(1);
      assertThat(failed.path("blinks_detected").asInt()).isEqualTo(1);
      assertThat(failed.path("blinks_required").asInt()).isEqualTo(1);
      assertThat(failed.path("motion_events").asInt(-1)).isZero();
      assertThat(failed.path("motion_required").asInt()).isEqualTo(1);
      assertThat(socket.closeCode()).isEqualTo(4429);
    }

    @Test
    void anAuthenticationWhoseTimeIsUpEndsWhileNothingIsSent() {
      FakeSession session = verification();
      session.whenDue = Steps.timedOut(session, Outcome.Reason.TIMEOUT);
      Socket socket = greeted(session);
      session.remainingMillis = 0;
      JsonNode timeout = socket.next("authentication_timeout");
      assertThat(timeout.path("success").asBoolean(true)).isFalse();
      assertThat(timeout.path("timeout").asBoolean()).isTrue();
      assertThat(timeout.path("elapsed_time").asDouble()).isEqualTo(2.5);
      assertThat(timeout.path("is_live").asBoolean()).isTrue();
      assertThat(timeout.path("liveness_score").asDouble()).isEqualTo(1);
      assertThat(timeout.path("blink_count").asInt()).isEqualTo(1);
      assertThat(timeout.path("reason").asString()).isEqualTo("timeout");
      assertThat(timeout.path("message").asString()).isNotEmpty();
      assertThat(socket.closeCode()).isEqualTo(4401);
    }

    @Test
    void anEnrollmentWhoseTimeIsUpEndsWhileNothingIsSent() {
      FakeSession session = enrollment();
      session.whenDue = Steps.refused(session, Outcome.Reason.EXPIRED);
      Socket socket = greeted(session);
      session.remainingMillis = 0;
      assertThat(socket.next("enrollment_failed").path("reason").asString()).isEqualTo("expired");
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Nested
  class Outcomes {
    @Test
    void anEnrollmentIsCompletedAndItsSealOpensToTheId() throws Exception {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      socket.frame(1).next("frame_processed");
      session.script = picture -> Steps.enrolled(session, "employee-1");
      JsonNode done = socket.frame(2).next("enrollment_complete");
      assertThat(done.path("success").asBoolean()).isTrue();
      assertThat(done.path("enrollment_id").asString()).isEqualTo(session.enrollmentId.toString());
      assertThat(done.path("frames_processed").asInt()).isEqualTo(2);
      assertThat(done.path("liveness_verified").asBoolean()).isTrue();
      assertThat(done.path("blinks_detected").asInt()).isEqualTo(1);
      assertThat(done.has("motion_verified")).isTrue();
      assertThat(done.path("quality_score").asDouble()).isEqualTo(0.81);
      assertThat(done.path("similarity_with_old_photo").isNull()).isTrue();
      assertThat(done.path("visual_data").has("face_bbox")).isTrue();
      assertThat(socket.closeCode()).isEqualTo(1000);

      JsonNode sealed = done.path("encrypted_data");
      assertThat(sealed.path("encryption_method").asString()).isEqualTo("AES-256-CBC");
      assertThat(sealed.path("key").asString()).isEqualTo("api_key");
      assertThat(sealed.path("instructions").asString()).isNotEmpty();
      EnvelopeKeys keys = EnvelopeKeys.of(station.desk.apiKey(), station.desk.secret());
      String payload = sealed.path("encrypted_payload").asString();
      JsonNode plain =
          new tools.jackson.databind.json.JsonMapper()
              .readTree(ResultEnvelope.openPayload(keys, Reading.API_KEY, payload));
      assertThat(plain.path("id").asString()).isEqualTo("employee-1");
      assertThat(plain.path("timestamp").asString()).isEqualTo("2026-11-22T12:00:00Z");
      assertThat(plain.path("session_type").asString()).isEqualTo("enrollment");
      assertThat(plain.path("session_token").asString()).isEqualTo(session.token);
      assertThat(plain.path("enrollment_id").asString()).isEqualTo(session.enrollmentId.toString());
      assertThat(
              ResultEnvelope.macHolds(
                  keys, session.token, "enrollment", payload, sealed.path("mac").asString()))
          .isTrue();
      assertThat(ResultEnvelope.openV2(keys, session.token, sealed.path("v2").asString()))
          .contains("\"id\":\"employee-1\"");
    }

    @Test
    void aDuplicateFaceIsRefusedWithoutSayingWhose() {
      FakeSession session = enrollment();
      session.script = picture -> Steps.refused(session, Outcome.Reason.DUPLICATE_FACE);
      Socket socket = greeted(session);
      JsonNode failed = socket.frame(1).next("enrollment_failed");
      assertThat(failed.path("error_code").asString()).isEqualTo("DUPLICATE_FACE_DETECTED");
      assertThat(failed.has("user_id")).isFalse();
      assertThat(socket.closeCode()).isEqualTo(4001);
    }

    @Test
    void anAuthenticationSaysWhoAndHowSurely() throws Exception {
      FakeSession session = verification();
      session.script = picture -> Steps.authenticated(session, "employee-1");
      Socket socket = greeted(session);
      JsonNode done = socket.frame(1).next("authentication_complete");
      assertThat(done.path("success").asBoolean()).isTrue();
      assertThat(done.path("authenticated").asBoolean()).isTrue();
      assertThat(done.path("user_id").asString()).isEqualTo("employee-1");
      assertThat(done.path("confidence").asDouble()).isEqualTo(0.97);
      assertThat(done.path("frames_processed").asInt()).isEqualTo(1);
      assertThat(done.path("blinks_detected").asInt()).isEqualTo(1);
      assertThat(done.has("motion_verified")).isTrue();
      assertThat(socket.closeCode()).isEqualTo(1000);
      String plain =
          ResultEnvelope.openPayload(
              EnvelopeKeys.of(station.desk.apiKey(), station.desk.secret()),
              Reading.API_KEY,
              done.path("encrypted_data").path("encrypted_payload").asString());
      assertThat(plain)
          .contains("\"id\":\"employee-1\"", "\"session_type\":\"verification\"")
          .contains("\"confidence\":0.97");
    }

    @Test
    void aRefusedAuthenticationNamesNobody() {
      FakeSession session = verification();
      session.script = picture -> Steps.notAuthenticated(session);
      Socket socket = greeted(session);
      JsonNode done = socket.frame(1).next("authentication_complete");
      assertThat(done.path("authenticated").asBoolean(true)).isFalse();
      assertThat(done.has("user_id")).isFalse();
      assertThat(done.has("confidence")).isFalse();
      assertThat(done.has("encrypted_data")).isFalse();
      assertThat(socket.closeCode()).isEqualTo(1000);
    }

    @Test
    void aStrictClientGetsNothingInClearAndNoCbc() {
      FakeClients.Credentials strict =
          station.clients.add("strict", ClientRecord.Envelope.API_KEY, true);
      FakeSession session = station.sessions.add(strict.client(), SessionType.VERIFICATION);
      session.script = picture -> Steps.authenticated(session, "employee-1");
      JsonNode done = greeted(session).frame(1).next("authentication_complete");
      assertThat(done.has("user_id")).isFalse();
      assertThat(done.has("confidence")).isFalse();
      assertThat(done.path("encrypted_data").has("encrypted_payload")).isFalse();
      assertThat(done.path("encrypted_data").path("v2").asString()).isNotEmpty();
    }

    @Test
    void aFaultIsToldWithoutItsDetails() {
      FakeSession session = enrollment();
      session.script =
          picture -> {
            throw new IllegalStateException("secret detail");
          };
      Socket socket = greeted(session);
      JsonNode error = socket.frame(1).next("error");
      assertThat(error.path("code").asInt()).isEqualTo(500);
      assertThat(error.toString()).doesNotContain("secret detail", "Exception");
      assertThat(socket.closeCode()).isEqualTo(4500);
    }

    @Test
    void aCancelledSessionTellsItsSocket() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      station.post("/api/auth/sessions/" + session.token + "/cancel/", "");
      assertThat(socket.next("error").path("error").asString()).contains("cancelled");
      assertThat(socket.closeCode()).isEqualTo(4000);
    }

    @Test
    void aStoppingStationTellsItsSockets() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      station.server.close();
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(503);
      assertThat(socket.closeCode()).isEqualTo(4000);
      assertThat(session.released.tryAcquire()).isTrue();
    }
  }
}
