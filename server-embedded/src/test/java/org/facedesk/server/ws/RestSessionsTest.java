package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.LiveSession;
import org.facedesk.enroll.Outcome;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.server.FakeClients;
import org.facedesk.server.FakeSession;
import org.facedesk.server.Steps;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.Test;

/** What is held from call to call. */
class RestSessionsTest {
  private final Parts parts = new Parts();
  private final RestSessions rest = new RestSessions(parts.context());
  private final FakeClients.Credentials client = parts.clients.add("gate");
  private final FakeSession session = parts.sessions.add(client.client(), SessionType.VERIFICATION);

  private SessionScript.Line frame() {
    return rest.process(client.client(), "here", session.token, new byte[3], null, null);
  }

  private static long inSeconds(long seconds) {
    return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  private void timeIsUp() {
    Outcome timeout = Steps.timedOut(session, Outcome.Reason.TIMEOUT);
    session.remainingMillis = 0;
    session.whenDue = timeout;
    session.script = picture -> timeout;
  }

  @Test
  void whoseTheFoundPersonIsIsToldWhereItIsAnotherClients() {
    Outcome found =
        new Outcome.Authenticated(
            Steps.summary(session), UUID.randomUUID(), "ada", "client_door", 0.9, Instant.EPOCH);
    session.script = picture -> found;
    assertThat(frame().message())
        .isInstanceOfSatisfying(
            ServerMessage.AuthenticationComplete.class,
            complete -> {
              assertThat(complete.userId()).isEqualTo("ada");
              assertThat(complete.userClientId()).isEqualTo("client_door");
            });
  }

  @Test
  void framesAreCountedByWhatBecomesOfThem() {
    frame();
    assertThat(parts.frames("Feedback")).isEqualTo(1);
    assertThat(parts.metrics.timer("facedesk.frame.seconds").count()).isEqualTo(1);

    session.admission = LiveSession.Admission.TOO_FAST;
    assertThatExceptionOfType(FacedeskException.class).isThrownBy(this::frame);
    assertThat(parts.frames("too_fast")).isEqualTo(1);

    session.admission = LiveSession.Admission.ADMITTED;
    session.script =
        picture -> {
          throw new FacedeskException(ErrorCode.INVALID_IMAGE, "in this test");
        };
    assertThatExceptionOfType(FacedeskException.class).isThrownBy(this::frame);
    assertThat(parts.frames("undecodable")).isEqualTo(1);
  }

  @Test
  void framesThatTheStationHasNoRoomForAreCountedApart() {
    RestSessions full =
        new RestSessions(
            parts.context(
                task -> {
                  throw new RejectedExecutionException("full in this test");
                },
                Runnable::run));
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(
            () -> full.process(client.client(), "here", session.token, new byte[3], null, null))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.OVERLOADED));
    assertThat(parts.frames("overloaded")).isEqualTo(1);
  }

  @Test
  void theCallAfterItsTimeIsToldThatASessionTimedOut() {
    frame();
    timeIsUp();
    rest.tick(inSeconds(1));

    SessionScript.Line last = frame();

    assertThat(last.message()).isInstanceOf(ServerMessage.AuthenticationTimeout.class);
    assertThat(last.close()).isNotNull();
  }

  @Test
  void aSessionThatNobodyAsksForAnyMoreEndsUnderAnIdOfItsOwn() {
    frame();
    timeIsUp();
    rest.tick(inSeconds(6));
    assertThat(session.status).isEqualTo(SessionStatus.FAILED);
    assertThat(session.endedUnder).hasSize(10);
  }

  @Test
  void anUnusedSessionIsLetGoUnderAnId() {
    frame();
    rest.tick(inSeconds(29));
    assertThat(session.status).isEqualTo(SessionStatus.PROCESSING);
    rest.tick(inSeconds(31));
    assertThat(session.status).isEqualTo(SessionStatus.DISCONNECTED);
    assertThat(session.endedUnder).hasSize(10);
  }

  @Test
  void aCancelledSessionIsNotHeldForLong() {
    frame();
    session.status = SessionStatus.CANCELLED;
    rest.tick(inSeconds(6));
    assertThat(session.released.tryAcquire()).isTrue();
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(this::frame)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SESSION_STATE));
  }
}
