package org.facedesk.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.facedesk.enroll.LiveSession.Admission;
import org.facedesk.enroll.Outcome;
import org.facedesk.protocol.WireFormat;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Frames over REST. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessImageTest {
  private static final String PATH = "/api/auth/process-image/";

  private Station station;

  @BeforeAll
  void start(@TempDir Path folder) {
    station = new Station(folder);
  }

  @AfterAll
  void stop() {
    station.close();
  }

  private FakeSession session(SessionType type) {
    return station.sessions.add(station.desk.client(), type);
  }

  private HttpResponse<String> frame(String token, String image) {
    return station.post(
        PATH,
        "{\"session_token\":\"%s\",\"image\":\"%s\",\"frame_number\":4,\"timestamp\":12}"
            .formatted(token, image));
  }

  @Test
  void aFrameIsAnsweredAsOverASocket() {
    FakeSession session = session(SessionType.ENROLLMENT);
    HttpResponse<String> response = frame(session.token, "data:image/png;base64,AQID");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Station.json(response).path("type").asString()).isEqualTo("frame_processed");
    assertThat(Station.json(response).path("seq").asInt()).isEqualTo(4);
    assertThat(session.pictures.getFirst()).containsExactly(1, 2, 3);
    assertThat(session.clientMillis.getFirst()).contains(12L);
  }

  @Test
  void aFrameMayBeAFileInAForm() throws Exception {
    FakeSession session = session(SessionType.ENROLLMENT);
    byte[] picture = new byte[300_000];
    picture[299_999] = 7;
    ByteArrayOutputStream form = new ByteArrayOutputStream();
    form.write(
        ("--XX\r\nContent-Disposition: form-data; name=\"session_token\"\r\n\r\n"
                + session.token
                + "\r\n--XX\r\nContent-Disposition: form-data; name=\"image\";"
                + " filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
            .getBytes(US_ASCII));
    form.write(picture);
    form.write("\r\n--XX--\r\n".getBytes(US_ASCII));
    HttpResponse<String> response =
        station.send(
            station
                .asDesk(PATH)
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(session.pictures.getFirst()).isEqualTo(picture);
  }

  @Test
  void theSessionIsHeldFromFrameToFrameAndNobodyElseMayTakeIt() {
    FakeSession session = session(SessionType.ENROLLMENT);
    frame(session.token, "AQ==");
    frame(session.token, "AQ==");
    assertThat(session.pictures).hasSize(2);
    assertThat(session.released.availablePermits()).isZero();
    assertThat(station.connect(session).closeCode()).isEqualTo(4400);
  }

  @Test
  void aCompletedSessionIsOver() {
    FakeSession session = session(SessionType.ENROLLMENT);
    session.script = picture -> Steps.enrolled(session, "u1");
    HttpResponse<String> done = frame(session.token, "AQ==");
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(Station.json(done).path("type").asString()).isEqualTo("enrollment_complete");
    assertThat(session.status).isEqualTo(SessionStatus.COMPLETED);
    assertThat(frame(session.token, "AQ==").statusCode()).isEqualTo(409);
  }

  @Test
  void aDuplicateFaceIsAConflict() {
    FakeSession session = session(SessionType.ENROLLMENT);
    session.script = picture -> Steps.refused(session, Outcome.Reason.DUPLICATE_FACE);
    HttpResponse<String> refused = frame(session.token, "AQ==");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Station.json(refused).path("error_code").asString())
        .isEqualTo("DUPLICATE_FACE_DETECTED");
  }

  @Test
  void whatIsNotAFrameIsRefused() {
    FakeSession session = session(SessionType.ENROLLMENT);
    assertThat(frame(session.token, "!").statusCode()).isEqualTo(400);
    assertThat(frame(session.token, "").statusCode()).isEqualTo(400);
    assertThat(frame("sess_unknown_token", "AQ==").statusCode()).isEqualTo(404);
    assertThat(station.post(PATH, "{\"image\":\"AQ==\"}").statusCode()).isEqualTo(400);
    String large = "A".repeat(4 * (WireFormat.MAX_IMAGE / 3 + 1));
    assertThat(frame(session.token, large).statusCode()).isEqualTo(413);
    assertThat(frame(session.token, "A".repeat(WireFormat.MAX_MESSAGE)).statusCode())
        .isEqualTo(413);
    assertThat(session.pictures).isEmpty();
  }

  @Test
  void aFrameTooSoonIsRefused() {
    FakeSession session = session(SessionType.ENROLLMENT);
    session.admission = Admission.TOO_FAST;
    HttpResponse<String> refused = frame(session.token, "AQ==");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Station.json(refused).path("code").asString()).isEqualTo("RATE_LIMITED");
  }

  @Test
  void aFrameBeyondTheSessionsFramesIsRefused() {
    FakeSession session = session(SessionType.ENROLLMENT);
    session.admission = Admission.FRAMES_USED_UP;
    HttpResponse<String> refused = frame(session.token, "AQ==");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(Station.json(refused).path("code").asString()).isEqualTo("FRAME_LIMIT");
  }

  @Test
  void theSessionOfAnotherClientIsLikeNone() {
    FakeSession theirs =
        station.sessions.add(station.clients.add("other").client(), SessionType.ENROLLMENT);
    assertThat(frame(theirs.token, "AQ==").statusCode()).isEqualTo(404);
    assertThat(theirs.pictures).isEmpty();
  }
}
