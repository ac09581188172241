package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.facedesk.enroll.ScriptedAnalyzer.person;
import static org.facedesk.enroll.ScriptedStation.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.SessionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others do while a session goes on, and where its own limits are. */
@SuppressWarnings("NullAway.Init") // before each test
class SessionsAtOnceTest {
  private static final int ADA = 1;
  private static final int UNCLEAR = 10;

  private ScriptedStation station;

  @BeforeEach
  void open(@TempDir Path folder) {
    station = new ScriptedStation(folder);
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void anErasedPersonIsNotLookedAtAnyLonger() {
    LiveSession session = station.sessions.open(station.enrollment("ada").token());
    session.process(person(ADA, 80, 0));
    station.sessions.followStore();
    assertThat(session.over()).isFalse();

    station.store.users().delete(station.client.id(), station.idOf("ada"));
    station.sessions.followStore();

    assertThat(session.over()).isTrue();
    assertThat(session.admit()).isEqualTo(LiveSession.Admission.SESSION_OVER);
    refused(ErrorCode.SESSION_STATE, () -> session.process(person(ADA, 80, 100)));
  }

  @Test
  void aSweepFollowsTheStoreToo() {
    SessionTicket ticket = station.enrollment("ada");
    LiveSession session = station.sessions.open(ticket.token());
    station
        .store
        .sessions()
        .move(ticket.sessionId(), SessionStatus.CANCELLED, 0, station.now, "elsewhere");
    station.sessions.sweep();
    assertThat(session.over()).isTrue();
  }

  @Test
  void aSessionThatAnOperatorStopsIsOver() {
    SessionTicket ticket = station.enrollment("ada");
    LiveSession session = station.sessions.open(ticket.token());
    assertThat(station.sessions.end(ticket.sessionId())).isTrue();
    assertThat(session.over()).isTrue();
  }

  @Test
  void whatASweepEndsStandsInTheTrailUnderAnId() {
    station.enrollment("ada");
    station.now = station.now.plus(Duration.ofMinutes(6));
    station.sessions.sweep();
    var newest = station.store.audit().page(0, 1).getFirst().event();
    assertThat(newest.action()).isEqualTo("enrollment.expired");
    assertThat(newest.correlationId()).hasSize(10);
  }

  @Test
  void requestsAtOnceGetNoMoreThanTenSessions() throws Exception {
    List<Future<Boolean>> requests = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        String user = "user" + i;
        requests.add(callers.submit(() -> begun(user)));
      }
    }
    int begun = 0;
    for (Future<Boolean> request : requests) {
      begun += request.get() ? 1 : 0;
    }
    assertThat(begun).isEqualTo(10);
    assertThat(station.sessions.open()).isEqualTo(10);
  }

  private boolean begun(String user) {
    try {
      station.enrollment(user);
      return true;
    } catch (FacedeskException e) {
      assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_SESSIONS);
      return false;
    }
  }

  @Test
  void anErasureThatMeetsAVerdictWaitsForNobodyWhoWaitsForIt() throws Exception {
    station.play(station.enrollment("ada").token(), ADA);
    SessionTicket ticket = station.authentication("ada");
    LiveSession session = station.sessions.open(ticket.token());
    FutureTask<Step> verdict = new FutureTask<>(() -> lastFrames(session));
    Thread judging = new Thread(verdict);
    UUID ada = station.idOf("ada");

    boolean erased =
        station.store.inTransaction(tx -> {
          tx.sessions().hold(ticket.sessionId());
          judging.start();
          awaitWaiting(judging);
          return tx.users().delete(station.client.id(), ada).isPresent();
        });

    assertThat(erased).isTrue();
    assertThatThrownBy(() -> verdict.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            FacedeskException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SESSION_STATE));
  }

  private static Step lastFrames(LiveSession session) {
    Step step;
    long millis = 0;
    do {
      step = session.process(person(ADA, 80, millis));
      millis += 100;
    } while (!(step instanceof Outcome));
    return step;
  }

  private static void awaitWaiting(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (thread.getState() != Thread.State.TIMED_WAITING
        && thread.getState() != Thread.State.WAITING) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Test
  void aSessionHasAHundredAndTwentyFramesAlsoOverAnInterruption() {
    SessionTicket ticket = station.enrollment("ada");
    try (LiveSession session = station.sessions.open(ticket.token())) {
      for (int i = 0; i < 60; i++) {
        assertThat(session.process(person(ADA, UNCLEAR, 100L * i))).isInstanceOf(Feedback.class);
      }
    }
    try (LiveSession session = station.sessions.open(ticket.token())) {
      for (int i = 60; i < 119; i++) {
        assertThat(session.process(person(ADA, UNCLEAR, 100L * i))).isInstanceOf(Feedback.class);
      }
      assertThat(session.process(person(ADA, UNCLEAR, 11_900)))
          .isInstanceOf(Outcome.EnrollmentRefused.class);
    }
    SessionView view = station.sessions.view(station.client, ticket.token());
    assertThat(view.frames()).isEqualTo(120);
    assertThat(view.status()).isEqualTo(SessionStatus.FAILED);
  }

  @Test
  void noFrameIsAdmittedBeyondTheLimit() {
    SessionTicket ticket = station.enrollment("ada");
    try (LiveSession session = station.sessions.open(ticket.token())) {
      session.process(person(ADA, UNCLEAR, 0));
      session.process(person(ADA, UNCLEAR, 100));
    }
    station.policy = withFrames(2); // what a station may set between two connections
    try (LiveSession session = station.sessions.open(ticket.token())) {
      assertThat(session.admit()).isEqualTo(LiveSession.Admission.FRAMES_USED_UP);
    }
  }

  private static CapturePolicy withFrames(int most) {
    CapturePolicy usual = CapturePolicy.DEFAULT;
    return new CapturePolicy(
        usual.targetSamples(),
        usual.authenticationSamples(),
        usual.sampleSpacing(),
        usual.requiredBlinks(),
        usual.requiredMotionEvents(),
        most,
        usual.frameInterval(),
        usual.sessionLifetime(),
        usual.authenticationTimeout(),
        usual.openSessionsPerClient(),
        usual.verificationFmr(),
        usual.identificationFpir(),
        usual.identificationMargin(),
        usual.sampleAgreement(),
        usual.verificationAttempts(),
        usual.identificationAttempts(),
        usual.livenessOptional(),
        usual.knownUsersOnly());
  }
}
