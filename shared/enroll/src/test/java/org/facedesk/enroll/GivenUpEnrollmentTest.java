package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.enroll.ScriptedStation.OPERATOR;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of whoever came to the desk and was not enrolled nothing stays but the trail. */
@SuppressWarnings("NullAway.Init") // before each test
class GivenUpEnrollmentTest {
  private static final Ruling RULING = new Ruling("operator:2", "Came before");

  @TempDir private Path folder;
  private ScriptedStation station;

  @BeforeEach
  void open() {
    station = new ScriptedStation(folder);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Optional<UserRecord> known(String id) {
    return station.store.users().byExternalId(station.desk.id(), id);
  }

  private void assertNothingStays() {
    assertThat(station.store.users().count(station.desk.id())).isZero();
    assertThat(station.store.enrollments().count(station.desk.id())).isZero();
    assertThat(station.store.sessions().open()).isZero();
    assertThat(station.store.templates().count()).isZero();
  }

  @Nested
  class Nothing_stays {
    @Test
    void ofWhoeverGoesBeforeTheCamera() {
      SessionTicket ticket = station.atDesk("ada");
      try (LiveSession session = station.sessions.open(ticket.token())) {
        session.process(ScriptedAnalyzer.person(1, 80, 0));
        station.sessions.cancel(station.desk, ticket.token());
      }
      assertNothingStays();
      assertThat(station.sessions.view(station.desk, ticket.token()).status())
          .isEqualTo(SessionStatus.CANCELLED);
    }

    @Test
    void ofWhoeverGoesBeforeTheWordIsSpoken() {
      SessionTicket ticket = station.atDesk("ada");
      try (LiveSession session = station.sessions.open(ticket.token())) {
        ScriptedStation.show(session, 1, 0);
        station.sessions.cancel(station.desk, ticket.token());
      }
      assertNothingStays();
    }

    @Test
    void ofWhoeverRunsOutOfTime() {
      LiveSession before = station.sessions.open(station.atDesk("ada").token());
      before.process(ScriptedAnalyzer.person(1, 80, 0));
      station.now = station.now.plus(CapturePolicy.DEFAULT.sessionLifetime());
      assertThat(before.expireIfDue()).isPresent();
      assertNothingStays();

      station.waiting("ada", 1).close();
      station.now = station.now.plus(CapturePolicy.REVIEW_TIME).plusSeconds(300);
      station.sessions.sweep();
      assertNothingStays();
    }

    @Test
    void ofWhoeverIsSomebodyKnownAlready() {
      try (LiveSession session = station.waiting("ada", 1)) {
        session.confirm(Confirmation.plain(OPERATOR, null));
      }
      UUID ada = known("ada").orElseThrow().id();
      try (LiveSession session = station.waiting("eve", 1)) {
        session.refuse(OPERATOR, RULING, ada);
      }
      assertThat(known("eve")).isEmpty();
      assertThat(known("ada")).isPresent();
    }
  }

  @Nested
  class It_is_kept {
    private void giveUp() {
      SessionTicket ticket = station.atDesk("ada");
      try (LiveSession session = station.sessions.open(ticket.token())) {
        ScriptedStation.show(session, 2, 0);
        station.sessions.cancel(station.desk, ticket.token());
      }
    }

    @Test
    void whoWasEnrolledBefore() {
      try (LiveSession session = station.waiting("ada", 1)) {
        session.confirm(Confirmation.plain(OPERATOR, null));
      }
      giveUp();
      assertThat(known("ada")).isPresent();
      assertThat(station.store.templates().count()).isEqualTo(1);
    }

    @Test
    void whoWasOnRecordBefore() {
      UserRecord ada =
          new UserRecord(
              UUID.randomUUID(),
              station.desk.id(),
              "ada",
              "{}",
              "{}",
              true,
              true,
              null,
              station.now,
              station.now);
      station.store.users().insert(ada);
      giveUp();
      assertThat(known("ada")).isPresent();
      assertThat(station.store.enrollments().ofUser(station.desk.id(), ada.id()))
          .singleElement()
          .satisfies(given -> assertThat(given.status()).isEqualTo("cancelled"));
    }

    @Test
    void whoseRecordSomeoneChangedMeanwhile() {
      SessionTicket ticket = station.atDesk("ada");
      station.store.users().update(known("ada").orElseThrow().withProfile("{\"name\":\"Ada\"}"));
      station.sessions.cancel(station.desk, ticket.token());
      assertThat(known("ada")).isPresent();
    }

    @Test
    void whoIsBeforeAnotherCameraStill() {
      SessionTicket first = station.atDesk("ada");
      SessionTicket second = station.atDesk("ada");
      station.sessions.cancel(station.desk, first.token());
      assertThat(known("ada")).isPresent();
      station.sessions.cancel(station.desk, second.token());
      assertNothingStays();
    }

    @Test
    void whomARemoteClientMayAskAbout() {
      String token = station.enrollment("ada").token();
      station.sessions.cancel(station.client, token);
      assertThat(station.sessions.view(station.client, token).userId()).isEqualTo("ada");
    }
  }

  /** The process is killed, and another one is started on the same folder. */
  @ParameterizedTest
  @EnumSource(DoomedDesk.Step.class)
  void aKillLosesNothingThatWasConfirmedAndLeavesNothingElse(DoomedDesk.Step step)
      throws IOException, InterruptedException {
    station.close();
    killed(step);
    station = new ScriptedStation(folder);
    station.sessions.recover();

    if (step == DoomedDesk.Step.CONFIRMED) {
      UserRecord ada = known("ada").orElseThrow();
      assertThat(ada.profile()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(station.store.templates().ofUser(ada.id())).hasSize(1);
      assertThat(station.store.sessions().open()).isZero();
    } else {
      assertNothingStays();
    }
  }

  private void killed(DoomedDesk.Step step) throws IOException, InterruptedException {
    Process desk =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedDesk.class.getName(),
                folder.toString(),
                step.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = desk.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines().anyMatch(step.name()::equals)).isTrue();
    } finally {
      desk.destroyForcibly().waitFor();
    }
  }
}
