package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.ThrottledException;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed attempts, and the pause that follows. The probe is the claimed person if its face is. */
class AttemptPauseTest {
  private static final int ADA = 1;
  private static final int EVE = 2;

  private ScriptedStation station;
  private ClientRecord client;

  @BeforeEach
  void enrolled(@TempDir Path folder) {
    station = new ScriptedStation(folder);
    client = station.client;
    enroll(client, "ada");
  }

  @AfterEach
  void close() {
    station.close();
  }

  private void enroll(ClientRecord owner, String user) {
    assertThat(station.enroll(owner, user, ADA)).isInstanceOf(Outcome.Enrolled.class);
  }

  private String begin(@Nullable String user) {
    return station.authentication(client, user).token();
  }

  private Outcome attempt(@Nullable String user, int face) {
    station.now = station.now.plusSeconds(1);
    return station.authenticate(client, user, face);
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(attempt("ada", EVE)).isInstanceOf(Outcome.NotAuthenticated.class);
    }
  }

  private static void throttled(ErrorCode code, Duration wait, ThrowingCallable call) {
    assertThatExceptionOfType(ThrottledException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(wait));
  }

  @Test
  void afterFiveFailuresEvenTheRightPersonHasToWait() {
    fail(5);

    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
    station.now = station.now.plus(Duration.ofMinutes(15));
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void fourAreForgivenByASuccess() {
    fail(4);
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
    fail(4);
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void neitherARestartNorAnotherStationForgets() {
    fail(5);
    station.restart();
    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void sessionsKeptInReserveDoNotHelp() {
    List<String> reserve = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      reserve.add(begin("ada"));
    }
    LiveSession open = station.sessions.open(reserve.getFirst());
    fail(5);

    // one that was open already is judged, and refused, and not told whether it would have matched
    assertThat(ScriptedStation.play(open, ADA))
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.USER_LOCKED));
    throttled(
        ErrorCode.USER_LOCKED,
        Duration.ofMinutes(15),
        () -> station.sessions.open(reserve.getLast()));
  }

  @Test
  void anotherPersonIsNotConcerned() {
    ClientRecord other = station.client("two");
    enroll(other, "ada");
    fail(5);
    client = other;
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void aSupervisorsUnlockingEndsThePause() {
    fail(5);
    UserRecord ada = station.store.users().byExternalId(client.id(), "ada").orElseThrow();
    station.store.attempts().unlock(ada.id(), station.now);
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void someoneWhoNeverCameHasNotFailed() {
    for (int i = 0; i < 6; i++) {
      LiveSession session = station.sessions.open(begin("ada"));
      station.now = station.now.plusSeconds(31);
      assertThat(session.expireIfDue()).isPresent();
    }
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void whoeverWasLookedAtAndLeftBeforeTheVerdictHasFailed() {
    for (int i = 0; i < 5; i++) {
      try (LiveSession session = station.sessions.open(begin("ada"))) {
        session.process(person(EVE, 80, 0));
      }
    }
    station.now = station.now.plus(Duration.ofMinutes(5));
    station.sessions.sweep();

    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void whoeverWasLookedAtAndCancelsBeforeTheVerdictHasFailed() {
    for (int i = 0; i < 5; i++) {
      String token = begin("ada");
      LiveSession session = station.sessions.open(token);
      session.process(person(EVE, 80, 0));
      station.sessions.cancel(client, token);
    }
    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void whoeverCancelsBeforeAnybodyWasLookedAtHasNotFailed() {
    for (int i = 0; i < 5; i++) {
      String token = begin("ada");
      assertThat(station.sessions.open(token).frames()).isZero();
      station.sessions.cancel(client, token);
    }
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void whatAnAdministratorEndsIsNobodysFailure() {
    for (int i = 0; i < 5; i++) {
      SessionTicket ticket = station.authentication(client, "ada");
      LiveSession session = station.sessions.open(ticket.token());
      session.process(person(EVE, 80, 0));
      assertThat(station.sessions.end(ticket.sessionId())).isTrue();
    }
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void whatAnOperatorTakesBackAtTheDeskIsNobodysFailure() {
    try (LiveSession session = station.waiting("grace", 3)) {
      session.confirm(Confirmation.plain(ScriptedStation.OPERATOR, null));
    }
    for (int i = 0; i < 5; i++) {
      String token = station.authentication(station.desk, "grace").token();
      station.sessions.open(token).process(person(EVE, 80, 0));
      station.sessions.cancel(station.desk, token);
    }
    station.now = station.now.plusSeconds(1);
    assertThat(station.authenticate(station.desk, "grace", 3))
        .isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void aCrashMakesNoFailureUndone() {
    for (int i = 0; i < 5; i++) {
      station.sessions.open(begin("ada")).process(person(EVE, 80, 0));
    }
    station.restart();
    station.now = station.now.plus(Duration.ofMinutes(5));
    station.sessions.sweep();

    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void whoeverGoesOnAfterACrashIsJudgedAsEver() {
    String token = begin("ada");
    station.sessions.open(token).process(person(ADA, 80, 0));
    station.restart();
    assertThat(station.play(token, ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void whoeverIsLookedAtInTheLastSecondsOfASessionHasFailed() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(begin("ada"));
    }
    station.now = station.now.plus(Duration.ofMinutes(5)).minusSeconds(10);
    List<LiveSession> open = tokens.stream().map(station.sessions::open).toList();
    open.forEach(session -> session.process(person(EVE, 80, 0)));
    station.now = station.now.plusSeconds(10);
    assertThat(open).allSatisfy(session -> assertThat(session.expireIfDue()).isPresent());

    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void searchesThatFindNobodyPauseAfterThirty() {
    for (int i = 0; i < 30; i++) {
      assertThat(attempt(null, EVE)).isInstanceOf(Outcome.NotAuthenticated.class);
    }
    throttled(ErrorCode.RATE_LIMITED, Duration.ofMinutes(1), () -> begin(null));
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
    station.now = station.now.plus(Duration.ofMinutes(1));
    assertThat(attempt(null, ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void beginningAndEndStandInTheTrailUnderTheIdOfTheRequest() {
    CorrelationId.during("abcdefghjk", () -> attempt("ada", EVE));
    List<Audit.Entry> trail = station.store.audit().page(0, 2);
    assertThat(trail)
        .extracting(entry -> entry.event().action())
        .containsExactly("authentication.failed", "session.created");
    assertThat(trail).extracting(entry -> entry.event().correlationId()).containsOnly("abcdefghjk");
  }
}
