package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.core.ThrottledException;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failed attempts, and the pause that follows. The probe is the claimed person if its face is. */
class AttemptPauseTest {
  private static final int ADA = 1;
  private static final int EVE = 2;

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private final MemoryGallery gallery = new MemoryGallery();
  private JdbcStore store;
  private StationSessions sessions;
  private ClientRecord client;

  @BeforeEach
  void enrolled() {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    sessions = station();
    client = client("one");
    enroll(client, "ada");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StationSessions station() {
    return new StationSessions(
        store,
        new ScriptedAnalyzer(),
        new NoPictures(),
        CaptureSessionTest.ScriptedLiveness::new,
        new CaptureSessionTest.Judge(),
        CapturePolicy.DEFAULT,
        new SessionDecisions(
            store,
            gallery,
            new CalibratedMatcher(store, gallery, new MatchPolicy(new Strict(), 1e-4, 0.01, 0.05)),
            CapturePolicy.DEFAULT,
            () -> now),
        Duration.ofDays(30),
        () -> now);
  }

  private static final class Strict implements Thresholds {
    @Override
    public double threshold(int enrolledSamples, int probeSamples, double fmr) {
      return 0.3;
    }

    @Override
    public double confidence(int enrolledSamples, int probeSamples, double distance) {
      return Math.max(0, 1 - distance);
    }
  }

  private static final class NoPictures implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      throw new UnsupportedOperationException();
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      throw new UnsupportedOperationException();
    }
  }

  private ClientRecord client(String name) {
    UUID id = UUID.randomUUID();
    ClientRecord record =
        new ClientRecord(
            id,
            "client_" + name,
            name,
            id,
            store.seal().lookup("api-key", name),
            new byte[] {1},
            new byte[] {1},
            ClientRecord.Envelope.API_KEY,
            false,
            false,
            now,
            null,
            null);
    store.clients().insert(record);
    return record;
  }

  private void enroll(ClientRecord owner, String user) {
    Outcome outcome =
        play(
            sessions
                .createEnrollment(
                    owner, new EnrollmentRequest(user, "webcam", null, null, null, "remote"))
                .token(),
            ADA);
    assertThat(outcome).isInstanceOf(Outcome.Enrolled.class);
  }

  private String begin(@Nullable String user) {
    return sessions
        .createAuthentication(
            client, new AuthenticationRequest(user, "webcam", true, null, null, "remote"))
        .token();
  }

  private Outcome attempt(@Nullable String user, int face) {
    now = now.plusSeconds(1);
    return play(begin(user), face);
  }

  private Outcome play(String token, int face) {
    try (LiveSession session = sessions.open(token)) {
      for (int i = 0; ; i++) {
        if (session.process(person(face, 80, 100L * i)) instanceof Outcome outcome) {
          return outcome;
        }
      }
    }
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
    now = now.plus(Duration.ofMinutes(15));
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
    sessions = station();
    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void sessionsKeptInReserveDoNotHelp() {
    List<String> reserve = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      reserve.add(begin("ada"));
    }
    LiveSession open = sessions.open(reserve.getFirst());
    fail(5);

    // one that was open already is judged, and refused, and not told whether it would have matched
    Outcome late = null;
    for (int i = 0; late == null; i++) {
      late = open.process(person(ADA, 80, 100L * i)) instanceof Outcome outcome ? outcome : null;
    }
    assertThat(late)
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.USER_LOCKED));
    throttled(
        ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> sessions.open(reserve.getLast()));
  }

  @Test
  void anotherPersonIsNotConcerned() {
    ClientRecord other = client("two");
    enroll(other, "ada");
    fail(5);
    client = other;
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void aSupervisorsUnlockingEndsThePause() {
    fail(5);
    UserRecord ada = store.users().byExternalId(client.id(), "ada").orElseThrow();
    store.attempts().unlock(ada.id(), now);
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void someoneWhoNeverCameHasNotFailed() {
    for (int i = 0; i < 6; i++) {
      LiveSession session = sessions.open(begin("ada"));
      now = now.plusSeconds(31);
      assertThat(session.expireIfDue()).isPresent();
    }
    assertThat(attempt("ada", ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void whoeverWasLookedAtAndLeftBeforeTheVerdictHasFailed() {
    for (int i = 0; i < 5; i++) {
      try (LiveSession session = sessions.open(begin("ada"))) {
        session.process(person(EVE, 80, 0));
      }
    }
    now = now.plus(Duration.ofMinutes(5));
    sessions.sweep();

    throttled(ErrorCode.USER_LOCKED, Duration.ofMinutes(15), () -> begin("ada"));
  }

  @Test
  void whoeverIsLookedAtInTheLastSecondsOfASessionHasFailed() {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      tokens.add(begin("ada"));
    }
    now = now.plus(Duration.ofMinutes(5)).minusSeconds(10);
    List<LiveSession> open = tokens.stream().map(sessions::open).toList();
    open.forEach(session -> session.process(person(EVE, 80, 0)));
    now = now.plusSeconds(10);
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
    now = now.plus(Duration.ofMinutes(1));
    assertThat(attempt(null, ADA)).isInstanceOf(Outcome.Authenticated.class);
  }

  @Test
  void beginningAndEndStandInTheTrailUnderTheIdOfTheRequest() {
    CorrelationId.during("abcdefghjk", () -> attempt("ada", EVE));
    List<Audit.Entry> trail = store.audit().page(0, 2);
    assertThat(trail)
        .extracting(entry -> entry.event().action())
        .containsExactly("authentication.failed", "session.created");
    assertThat(trail).extracting(entry -> entry.event().correlationId()).containsOnly("abcdefghjk");
  }
}
