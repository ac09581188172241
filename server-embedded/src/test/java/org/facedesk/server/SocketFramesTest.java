package org.facedesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.liveness.ChallengeAction;
import org.facedesk.engine.liveness.ChallengeState;
import org.facedesk.engine.liveness.ChallengeState.Phase;
import org.facedesk.enroll.LiveSession.Admission;
import org.facedesk.enroll.Outcome;
import org.facedesk.protocol.WireFormat;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What may be sent over a connection, and how it is answered. */
class SocketFramesTest extends SocketTest {
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
      assertThat(answer.path("obstacles").toString()).isEqualTo("[]");
      assertThat(answer.path("obstacles_assessed").asBoolean()).isTrue();
      assertThat(answer.path("obstacles_not_assessed").toString())
          .isEqualTo("[\"hand\",\"dark_glasses\",\"hat\"]");
      assertThat(answer.path("obstacle_confidence").asDouble()).isEqualTo(0.02);
      assertThat(answer.has("challenge")).isFalse();
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
    void withSomethingInFrontOfTheFaceAreRejectedAndCount() {
      FakeSession session = enrollment();
      session.script = picture -> Steps.darkGlasses(session);
      Socket socket = greeted(session);
      JsonNode answer = socket.text("{\"image\":\"AQID\",\"seq\":7}").next("frame_rejected");
      assertThat(answer.path("success").asBoolean(true)).isFalse();
      assertThat(answer.path("error").asString()).isNotEmpty();
      assertThat(answer.path("reason").asString()).isEqualTo("obstacle_detected");
      assertThat(answer.path("obstacles").toString()).isEqualTo("[\"dark_glasses\"]");
      assertThat(answer.path("obstacle_confidence").asDouble()).isEqualTo(0.9877);
      assertThat(answer.path("frame_accepted").asBoolean(true)).isFalse();
      assertThat(answer.path("frames_processed").asInt()).isEqualTo(1);
      assertThat(answer.path("seq").asInt()).isEqualTo(7);
      assertThat(answer.path("message").asString()).isEqualTo("Take off the dark glasses.");
      session.script = picture -> Steps.feedback(session);
      socket.frame(1).next("frame_processed");
    }

    @Test
    void withoutALookForObstaclesSayThatNoneWasAssessed() {
      FakeSession session = enrollment();
      session.script = picture -> Steps.noFace(session, 0);
      JsonNode answer = greeted(session).frame(1).next("frame_processed");
      assertThat(answer.path("obstacles_assessed").asBoolean(true)).isFalse();
      assertThat(answer.path("obstacles_not_assessed").size()).isEqualTo(4);
      assertThat(answer.has("obstacle_confidence")).isFalse();
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
    void whileTheSessionIsBeingOpenedTheNewestWaits() throws InterruptedException {
      FakeSession session = enrollment();
      session.opening.drainPermits();
      Socket socket = station.connect(session);
      socket.frame(5).frame(6);
      assertThat(socket.next("error").path("code").asInt()).isEqualTo(429);
      session.opening.release();
      assertThat(socket.next().path("type").asString()).isEqualTo("connection_established");
      socket.next("frame_processed");
      assertThat(session.pictures.getFirst()).containsExactly(6);
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
  class Challenges {
    private final ChallengeState step =
        new ChallengeState("c1", "n1", 1, 2, ChallengeAction.TURN_LEFT, 6000, Phase.PENDING);

    @Test
    void beginWithTheGreetingAndGoOnWithEachFrame() {
      FakeSession session = enrollment();
      session.challenge = step;
      session.script = picture -> Steps.challenged(session);
      Socket socket = station.connect(session);
      assertThat(socket.next("connection_established").path("challenge").toString())
          .isEqualTo(
              "{\"id\":\"c1\",\"nonce\":\"n1\",\"step\":1,\"of\":2,\"action\":\"turn_left\","
                  + "\"deadline_ms\":6000,\"state\":\"pending\"}");
      session.challenge =
          new ChallengeState("c1", "n1", 1, 2, ChallengeAction.TURN_LEFT, 4200, Phase.OK);
      JsonNode answer = socket.frame(1).next("frame_processed");
      assertThat(answer.path("challenge").path("state").asString()).isEqualTo("ok");
      assertThat(answer.path("challenge").path("deadline_ms").asInt()).isEqualTo(4200);
      assertThat(answer.path("message").asString()).contains("turn your head to your left");
    }

    @Test
    void areTheThingThatFramesMayName() {
      FakeSession session = enrollment();
      Socket socket = greeted(session);
      socket.text("{\"image\":\"AQID\",\"challenge_id\":\"c1\"}").next("frame_processed");
      socket.frame(1).next("frame_processed");
      assertThat(session.shownChallenges).containsExactly(Optional.of("c1"), Optional.empty());
    }

    @Test
    void thatAreNotMetEndTheEnrollmentAndSayWhy() {
      FakeSession session = enrollment();
      session.script = picture -> Steps.refused(session, Outcome.Reason.CHALLENGE_FAILED);
      Socket socket = greeted(session);
      JsonNode failed = socket.frame(1).next("enrollment_failed");
      assertThat(failed.path("reason").asString()).isEqualTo("challenge_failed");
      assertThat(failed.path("error_code").asString()).isEqualTo("CHALLENGE_FAILED");
      assertThat(socket.closeCode()).isEqualTo(4000);
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
}
