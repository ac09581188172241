package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.enroll.ScriptedAnalyzer.person;
import static org.facedesk.enroll.ScriptedStation.OPERATOR;
import static org.facedesk.enroll.ScriptedStation.refused;

import java.nio.file.Path;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes of a session at the desk stands in the trail under the operator who began it. */
class DeskTrailTest {
  private ScriptedStation station;

  @BeforeEach
  void open(@TempDir Path folder) {
    station = new ScriptedStation(folder);
    LiveSession ada = station.waiting("ada", 1);
    ada.confirm(Confirmation.plain(OPERATOR, null));
  }

  @AfterEach
  void close() {
    station.close();
  }

  private SessionTicket check(@Nullable String user) {
    return station.sessions.createAuthentication(
        station.desk,
        new AuthenticationRequest(user, "webcam", true, null, null, "camera", false, OPERATOR));
  }

  private void assertTheOperators(String action) {
    assertThat(station.trail(action))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry.event().actor()).isEqualTo(OPERATOR));
  }

  @Test
  void checksThatSucceedAndFail() {
    station.play(check("ada").token(), 1);
    station.play(check("ada").token(), 2);
    station.play(check(null).token(), 2);
    assertTheOperators("session.created");
    assertTheOperators("authentication.completed");
    assertTheOperators("authentication.failed");
    assertThat(station.trail("authentication.failed")).hasSize(2);
  }

  @Test
  void checksThatAreCancelledOrTakeTooLong() {
    station.sessions.cancel(station.desk, check("ada").token());
    LiveSession slow = station.sessions.open(check("ada").token());
    slow.process(person(1, 80, 0));
    station.now = station.now.plus(Duration.ofSeconds(31));
    slow.expireIfDue();
    assertTheOperators("authentication.cancelled");
    assertTheOperators("authentication.failed");
  }

  @Test
  void enrollmentsThatAreCancelledOrExpire() {
    SessionTicket cancelled = station.atDesk("eve");
    station.sessions.cancel(station.desk, cancelled.token());
    station.atDesk("eve");
    station.now = station.now.plus(Duration.ofHours(1));
    station.sessions.sweep();
    assertTheOperators("enrollment.cancelled");
    assertTheOperators("enrollment.expired");
  }

  @Test
  void andNoOperatorIsNamedByARemoteClient() {
    refused(
        ErrorCode.FORBIDDEN,
        () ->
            station.sessions.createAuthentication(
                station.client,
                new AuthenticationRequest(
                    null, "webcam", true, null, null, "remote", false, OPERATOR)));
  }

  @Test
  void anOperatorIsReadBackAlsoWithSpacesInTheName() {
    String words = SessionOptions.write(check("ada").requirements(), true, "operator of the day");
    assertThat(SessionOptions.operator(words)).isEqualTo("operator of the day");
    assertThat(SessionOptions.reviewed(words)).isTrue();
    assertThat(SessionOptions.read(words)).isEqualTo(check("ada").requirements());
  }
}
