package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.facedesk.enroll.LiveSession.Admission;
import org.facedesk.enroll.Outcome;
import org.facedesk.protocol.WireFormat;
import org.facedesk.protocol.crypto.EnvelopeKeys;
import org.facedesk.protocol.crypto.Reading;
import org.facedesk.protocol.crypto.ResultEnvelope;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What ends a session, and what is said then. */
class SocketEndingsTest extends SocketTest {
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
    void aFrameBeyondTheSessionsFramesIsRefusedAndNotProcessed() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.admission = Admission.FRAMES_USED_UP;
      JsonNode error = socket.frame(1).next("error");
      assertThat(error.path("code").asInt()).isEqualTo(429);
      assertThat(error.path("reason").asString()).isEqualTo("FRAME_LIMIT");
      assertThat(session.pictures).isEmpty();
    }

    @Test
    void oneFrameIsInWorkTheNewestWaitsAndTheOthersAreAnsweredAsDropped() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.permits.drainPermits();
      socket.frame(1);
      session.taken.acquireUninterruptibly();
      socket.text("{\"image\":\"Ag==\",\"seq\":2}");
      for (int i = 3; i < 13; i++) {
        JsonNode dropped = socket.frame(i).next("error");
        assertThat(dropped.path("code").asInt()).isEqualTo(429);
        assertThat(dropped.path("seq").asInt()).isEqualTo(i == 3 ? 2 : 0);
      }
      session.permits.release(1000);
      socket.next("frame_processed");
      socket.next("frame_processed");
      assertThat(session.pictures).extracting(picture -> (int) picture[0]).containsExactly(1, 12);
      assertThat(station.metrics.counter("facedesk.frames", "outcome", "displaced").count())
          .isGreaterThanOrEqualTo(10);
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
    void theSessionsFramesUsedUpEndAnAuthentication() {
      FakeSession session = verification();
      session.script = picture -> Steps.timedOut(session, Outcome.Reason.NOT_ENOUGH_SAMPLES);
      Socket socket = greeted(session);
      JsonNode timeout = socket.frame(1).next("authentication_timeout");
      assertThat(timeout.path("reason").asString()).isEqualTo("not_enough_samples");
      assertThat(socket.closeCode()).isEqualTo(4429);
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
    void anAuthenticationWhoseChallengeFailedIsRefusedWithTheReason() {
      FakeSession session = verification();
      session.script =
          picture ->
              new Outcome.NotAuthenticated(Steps.summary(session), Outcome.Reason.CHALLENGE_FAILED);
      Socket socket = greeted(session);
      JsonNode done = socket.frame(1).next("authentication_complete");
      assertThat(done.path("authenticated").asBoolean(true)).isFalse();
      assertThat(done.path("reason").asString()).isEqualTo("challenge_failed");
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
    void aSessionThatAnOperatorStoppedTellsItsSocketThoughNothingIsSent() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.remainingMillis = 0;
      session.status = SessionStatus.CANCELLED;
      assertThat(socket.next("error").path("error").asString()).contains("cancelled");
      assertThat(socket.closeCode()).isEqualTo(4000);
    }

    @Test
    void fromItsFirstWordToItsLastASocketHasOneCorrelationId() throws InterruptedException {
      FakeSession cancelled = enrollment();
      Socket socket = greeted(cancelled);
      String id = socket.text("no message").next("error").path("correlation_id").asString();
      station.post("/api/auth/sessions/" + cancelled.token + "/cancel/", "");
      assertThat(socket.next("error").path("correlation_id").asString()).isEqualTo(id);

      FakeSession tooBig = enrollment();
      socket = greeted(tooBig);
      id = socket.text("no message").next("error").path("correlation_id").asString();
      socket.text("x".repeat(WireFormat.MAX_MESSAGE + 1));
      assertThat(socket.next("error").path("correlation_id").asString()).isEqualTo(id);
      assertThat(tooBig.released.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
      assertThat(tooBig.endedUnder).isEqualTo(id);
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

    @Test
    void aFrameInWorkIsFinishedAndAnsweredBeforeAStationStops() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      session.permits.drainPermits();
      socket.frame(1);
      session.taken.acquireUninterruptibly();
      CompletableFuture<Void> stopping = CompletableFuture.runAsync(station.server::close);
      do { // one waits, the other is answered: displaced by it, or because the station stops
        socket.frame(2).frame(3);
      } while (socket.next("error").path("code").asInt() != 503);
      session.permits.release(1000);
      socket.next("frame_processed");
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(503);
      assertThat(socket.closeCode()).isEqualTo(4000);
      stopping.join();
      assertThat(session.pictures).hasSize(1);
    }
  }
}
