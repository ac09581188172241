package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationSessionsTest {
  private static final Thresholds STRICT =
      new Thresholds() {
        @Override
        public double threshold(int enrolledSamples, int probeSamples, double fmr) {
          return 0.3;
        }

        @Override
        public double confidence(int enrolledSamples, int probeSamples, double distance) {
          return Math.max(0, 1 - distance);
        }
      };

  @TempDir private Path folder;
  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private JdbcStore store;
  private MemoryGallery gallery;
  private StationSessions sessions;
  private ClientRecord client;
  private ClientRecord stranger;

  @BeforeEach
  void open() {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    gallery = new MemoryGallery();
    sessions = station();
    client = client("one");
    stranger = client("two");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StationSessions station() {
    InstantSource clock = () -> now;
    CalibratedMatcher matcher =
        new CalibratedMatcher(store, gallery, new MatchPolicy(STRICT, 1e-4, 0.01, 0.05));
    return new StationSessions(
        store,
        new ScriptedAnalyzer(),
        new FirstPixel(),
        CaptureSessionTest.ScriptedLiveness::new,
        new CaptureSessionTest.Judge(),
        CapturePolicy.DEFAULT,
        new SessionDecisions(store, gallery, matcher, CapturePolicy.DEFAULT, clock),
        Duration.ofDays(30),
        clock);
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

  /** A picture is its three bytes. */
  private static final class FirstPixel implements FrameDecoder {
    @Override
    public Frame decode(byte[] encoded, long timestampMillis) {
      if (encoded.length != 3) {
        throw new FacedeskException(ErrorCode.INVALID_IMAGE, "not a picture");
      }
      return new Frame(1, 1, encoded, timestampMillis);
    }

    @Override
    public byte[] encodeJpeg(Frame frame, int quality) {
      return frame.bgr();
    }
  }

  private SessionTicket enrollment(ClientRecord owner, String user) {
    return sessions.createEnrollment(
        owner, new EnrollmentRequest(user, "webcam", null, null, null, "remote"));
  }

  private Outcome enroll(ClientRecord owner, String user, int face) {
    return play(enrollment(owner, user).token(), face);
  }

  private Outcome authenticate(
      ClientRecord owner, @org.jspecify.annotations.Nullable String user, int face) {
    return play(
        sessions
            .createAuthentication(
                owner, new AuthenticationRequest(user, "webcam", true, null, null, "remote"))
            .token(),
        face);
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

  @Test
  void anEnrolledPersonIsRecognised() {
    assertThat(enroll(client, "ada", 1))
        .isInstanceOfSatisfying(
            Outcome.Enrolled.class, enrolled -> assertThat(enrolled.userId()).isEqualTo("ada"));

    assertThat(authenticate(client, "ada", 1))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.userId()).isEqualTo("ada"));
    assertThat(authenticate(client, null, 1))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.userId()).isEqualTo("ada"));
  }

  @Test
  void anotherFaceIsNotTheClaimedPersonAndNobodyKnown() {
    enroll(client, "ada", 1);

    assertThat(authenticate(client, "ada", 2))
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.NO_MATCH));
    assertThat(authenticate(client, null, 2))
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.UNKNOWN_PERSON));
  }

  @Test
  void oneFaceCannotBeEnrolledForTwoPeopleOfAClient() {
    enroll(client, "ada", 1);

    assertThat(enroll(client, "eve", 1))
        .isInstanceOfSatisfying(
            Outcome.EnrollmentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.DUPLICATE_FACE));
    assertThat(store.templates().count()).isEqualTo(1);
  }

  @Test
  void clientsDoNotSeeEachOthersFaces() {
    enroll(client, "ada", 1);

    assertThat(enroll(stranger, "ada", 1)).isInstanceOf(Outcome.Enrolled.class);
    assertThat(authenticate(stranger, null, 2)).isInstanceOf(Outcome.NotAuthenticated.class);
  }

  @Test
  void enrollingAgainReplacesTheTemplateWhenItCompletes() {
    enroll(client, "ada", 1);
    long before = gallery.size();

    enroll(client, "ada", 2);

    assertThat(gallery.size()).isEqualTo(before);
    assertThat(store.templates().count()).isEqualTo(1);
    assertThat(authenticate(client, "ada", 2)).isInstanceOf(Outcome.Authenticated.class);
    assertThat(authenticate(client, "ada", 1)).isInstanceOf(Outcome.NotAuthenticated.class);
  }

  @Test
  void nothingBiometricIsStoredInClear() {
    enroll(client, "ada", 1);

    byte[] clear = SessionDecisions.bytes(ScriptedAnalyzer.template(1, 1).vector());
    byte[] stored = store.templates().byIds(store.templates().ids()).getFirst().sealedVector();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(clear, StandardCharsets.ISO_8859_1));
  }

  @Test
  void anUnknownPersonCannotBeVerified() {
    refused(() -> authenticate(client, "nobody", 1), ErrorCode.USER_NOT_FOUND);
    enrollment(client, "started");
    refused(() -> authenticate(client, "started", 1), ErrorCode.NOT_ENROLLED);
  }

  @Test
  void requestsOutsideTheBoundsAreRefused() {
    refused(() -> enrollment(client, " "), ErrorCode.INVALID_REQUEST);
    refused(() -> enrollment(client, "x".repeat(101)), ErrorCode.INVALID_REQUEST);
    refused(() -> enrollment(client, "a\u0000b"), ErrorCode.INVALID_REQUEST);
    refused(
        () ->
            sessions.createEnrollment(
                client, new EnrollmentRequest("a", "fax", null, null, null, "remote")),
        ErrorCode.INVALID_REQUEST);
    refused(
        () ->
            sessions.createEnrollment(
                client, new EnrollmentRequest("a", "api", 21, null, null, "remote")),
        ErrorCode.INVALID_REQUEST);
  }

  @Test
  void aClientCanOnlyMakeThePolicyStricter() {
    SessionTicket weaker =
        sessions.createEnrollment(client, new EnrollmentRequest("a", "api", 1, 0, 0, "remote"));
    SessionTicket stricter =
        sessions.createEnrollment(client, new EnrollmentRequest("b", "api", 5, 2, 2, "remote"));

    assertThat(weaker.requirements().samples()).isEqualTo(3);
    assertThat(weaker.requirements().blinks()).isEqualTo(1);
    assertThat(stricter.requirements().samples()).isEqualTo(5);
    assertThat(stricter.requirements().motionEvents()).isEqualTo(2);
  }

  @Test
  void aChallengeThatWasAskedForIsThereWhenTheSessionIsOpened() {
    SessionTicket ticket =
        sessions.createAuthentication(
            client, new AuthenticationRequest(null, "webcam", true, null, null, "remote", true));
    try (LiveSession session = sessions.open(ticket.token())) {
      assertThat(session.requirements().challenge()).isTrue();
      assertThat(session.challenge()).isNotNull();
      Feedback feedback = (Feedback) session.process(person(1, 80, 0));
      assertThat(feedback.challenge()).isEqualTo(session.challenge());
    }
    try (LiveSession without = sessions.open(enrollment(client, "ada").token())) {
      assertThat(without.challenge()).isNull();
    }
  }

  @Test
  void aFailedChallengeFailsTheSession() {
    SessionTicket ticket =
        sessions.createEnrollment(
            client, new EnrollmentRequest("ada", "webcam", null, null, null, "remote", true));
    assertThat(play(ticket.token(), 1))
        .isInstanceOfSatisfying(
            Outcome.EnrollmentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.CHALLENGE_FAILED));
    assertThat(sessions.view(client, ticket.token()).status()).isEqualTo(SessionStatus.FAILED);
  }

  @Test
  void aClientMayHaveTenSessionsWaiting() {
    for (int i = 0; i < 10; i++) {
      enrollment(client, "user" + i);
    }

    refused(() -> enrollment(client, "user10"), ErrorCode.TOO_MANY_SESSIONS);
    enrollment(stranger, "user0");

    now = now.plus(Duration.ofMinutes(6));
    assertThat(enrollment(client, "user10").status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Nested
  class OpenSessions {
    @Test
    void haveOneHolder() {
      String token = enrollment(client, "ada").token();
      try (LiveSession held = sessions.open(token)) {
        assertThat(held.frames()).isZero();
        refused(() -> sessions.open(token), ErrorCode.SESSION_STATE);
      }
    }

    @Test
    void keepTheirFrameCountOverAnInterruption() {
      String token = enrollment(client, "ada").token();
      try (LiveSession first = sessions.open(token)) {
        first.process(person(1, 80, 0));
        first.process(person(1, 80, 100));
      }
      assertThat(sessions.view(client, token).status()).isEqualTo(SessionStatus.DISCONNECTED);

      try (LiveSession again = sessions.open(token)) {
        assertThat(again.frames()).isEqualTo(2);
      }
    }

    @Test
    void areSeenOnlyByTheirClient() {
      String token = enrollment(client, "ada").token();

      assertThat(sessions.view(client, token).userId()).isEqualTo("ada");
      refused(() -> sessions.view(stranger, token), ErrorCode.SESSION_NOT_FOUND);
      refused(() -> sessions.cancel(stranger, token), ErrorCode.SESSION_NOT_FOUND);
      refused(() -> sessions.view(client, "sess_none"), ErrorCode.SESSION_NOT_FOUND);
    }

    @Test
    void takeNoFramesAfterTheyWereCancelled() {
      String token = enrollment(client, "ada").token();
      try (LiveSession held = sessions.open(token)) {
        assertThat(sessions.cancel(client, token).status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.SESSION_OVER);
        refused(() -> held.process(person(1, 80, 0)), ErrorCode.SESSION_STATE);
      }
      refused(() -> sessions.cancel(client, token), ErrorCode.SESSION_STATE);
    }

    @Test
    void endAfterFiveMinutes() {
      String token = enrollment(client, "ada").token();
      try (LiveSession held = sessions.open(token)) {
        now = now.plus(Duration.ofMinutes(5));

        assertThat(held.expireIfDue())
            .hasValueSatisfying(
                outcome -> assertThat(outcome).isInstanceOf(Outcome.EnrollmentRefused.class));
      }
      assertThat(sessions.view(client, token).status()).isEqualTo(SessionStatus.EXPIRED);
      refused(() -> sessions.open(token), ErrorCode.SESSION_EXPIRED);
    }

    @Test
    void areSweptWhenNobodyHoldsThem() {
      String token = enrollment(client, "ada").token();
      now = now.plus(Duration.ofMinutes(6));

      sessions.sweep();

      assertThat(sessions.view(client, token).status()).isEqualTo(SessionStatus.EXPIRED);
      assertThat(sessions.open()).isZero();
    }

    @Test
    void ofAuthenticationGiveUpAfterThirtySeconds() {
      enroll(client, "ada", 1);
      String token =
          sessions
              .createAuthentication(
                  client, new AuthenticationRequest("ada", "webcam", true, null, null, "remote"))
              .token();
      try (LiveSession held = sessions.open(token)) {
        now = now.plus(Duration.ofSeconds(30));

        assertThat(held.process(person(1, 80, 0)))
            .isInstanceOf(Outcome.AuthenticationTimedOut.class);
      }
      assertThat(sessions.view(client, token).status()).isEqualTo(SessionStatus.FAILED);
    }

    @Test
    void throttleFramesThatComeTooFastAndDoNotCountThem() {
      try (LiveSession held = sessions.open(enrollment(client, "ada").token())) {
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.ADMITTED);
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.TOO_FAST);
        assertThat(held.frames()).isZero();
      }
    }

    @Test
    void admitFramesByTheTimeTheyCame() {
      try (LiveSession session = sessions.open(enrollment(client, "ada").token())) {
        assertThat(session.admit(1000)).isEqualTo(LiveSession.Admission.ADMITTED);
        assertThat(session.admit(1080)).isEqualTo(LiveSession.Admission.TOO_FAST);
        assertThat(session.admit(1095)).isEqualTo(LiveSession.Admission.ADMITTED);
      }
    }

    @Test
    void countNoPictureThatCannotBeDecoded() {
      try (LiveSession held = sessions.open(enrollment(client, "ada").token())) {
        refused(() -> held.process(new byte[7], 0, null), ErrorCode.INVALID_IMAGE);
        assertThat(held.frames()).isZero();
      }
    }

    @Test
    void canBeOpenedAgainAfterACrash() {
      String token = enrollment(client, "ada").token();
      LiveSession lost = sessions.open(token);
      assertThat(lost.frames()).isZero();

      StationSessions restarted = station();
      restarted.recover();

      try (LiveSession again = restarted.open(token)) {
        assertThat(again.frames()).isZero();
      }
    }
  }

  private static void refused(ThrowingCallable call, ErrorCode code) {
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
