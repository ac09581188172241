package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.enroll.ScriptedAnalyzer.person;
import static org.facedesk.enroll.ScriptedStation.refused;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.SessionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StationSessionsTest {
  private ScriptedStation station;
  private ClientRecord client;
  private ClientRecord stranger;

  @BeforeEach
  void open(@TempDir Path folder) {
    station = new ScriptedStation(folder);
    client = station.client;
    stranger = station.client("two");
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void anEnrolledPersonIsRecognised() {
    assertThat(station.enroll(client, "ada", 1))
        .isInstanceOfSatisfying(
            Outcome.Enrolled.class, enrolled -> assertThat(enrolled.userId()).isEqualTo("ada"));

    assertThat(station.authenticate(client, "ada", 1))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.userId()).isEqualTo("ada"));
    assertThat(station.authenticate(client, null, 1))
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.userId()).isEqualTo("ada"));
  }

  @Test
  void whoeverIsFoundIsToldFromOthersOfTheSameId() {
    ClientRecord gate = station.deskGalleryClient("gate");
    ClientRecord door = station.deskGalleryClient("door");
    station.enroll(gate, "ada", 1);
    station.enroll(door, "ada", 2);

    SessionTicket search = station.authentication(gate, null);
    Outcome other = station.play(search.token(), 2);
    Outcome own = station.authenticate(gate, null, 1);

    assertThat(other)
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class,
            found -> {
              assertThat(found.person())
                  .isEqualTo(
                      station.store.users().byExternalId(door.id(), "ada").orElseThrow().id());
              assertThat(found.userId()).isEqualTo("ada");
              assertThat(found.otherClient()).isEqualTo("client_door");
            });
    assertThat(station.sessions.view(gate, search.token()).otherClient()).isEqualTo("client_door");
    assertThat(own)
        .isInstanceOfSatisfying(
            Outcome.Authenticated.class, found -> assertThat(found.otherClient()).isNull());
  }

  @Nested
  class ThatAreOver {
    @Test
    void sayWhomASearchFound() {
      station.enroll(client, "ada", 1);
      SessionTicket search = station.authentication(null);
      assertThat(station.sessions.view(client, search.token()).userId()).isNull();

      station.play(search.token(), 1);

      SessionView over = station.sessions.view(client, search.token());
      assertThat(over.status()).isEqualTo(SessionStatus.COMPLETED);
      assertThat(over.userId()).isEqualTo("ada");
    }

    @Test
    void sayNobodyWhenNobodyWasFound() {
      station.enroll(client, "ada", 1);
      SessionTicket search = station.authentication(null);
      station.play(search.token(), 2);
      assertThat(station.sessions.view(client, search.token()).userId()).isNull();
    }

    @Test
    void tellAStrictClientUnderSealAloneWhomASearchFound() {
      ClientRecord strict = station.strictClient("strict");
      station.enroll(strict, "ada", 1);
      SessionTicket search = station.authentication(strict, null);
      SessionTicket claim = station.authentication(strict, "ada");
      station.play(search.token(), 1);
      station.play(claim.token(), 1);

      assertThat(station.sessions.view(strict, search.token()).userId()).isNull();
      // it was the client that named them
      assertThat(station.sessions.view(strict, claim.token()).userId()).isEqualTo("ada");
    }

    @Test
    void nameNobodyWhoWasErasedSince() {
      station.enroll(client, "ada", 1);
      SessionTicket search = station.authentication(null);
      station.play(search.token(), 1);

      station.store.users().delete(client.id(), station.idOf("ada"));

      assertThat(station.sessions.view(client, search.token()).userId()).isNull();
      assertThat(station.store.sessions().byId(search.sessionId()).orElseThrow().user()).isNull();
    }

    @Test
    void findNobodyWhoWasErasedBeforeTheVerdictWasWritten() {
      station.enroll(client, "ada", 1);
      SessionTicket search = station.authentication(null);
      LiveSession open = station.sessions.open(search.token());
      station.beforeVerdict = () -> station.store.users().delete(client.id(), station.idOf("ada"));

      assertThat(ScriptedStation.play(open, 1)).isInstanceOf(Outcome.NotAuthenticated.class);
      assertThat(station.sessions.view(client, search.token()).status())
          .isEqualTo(SessionStatus.FAILED);
    }

    @Test
    void keepWhatTheySaw() {
      SessionTicket enrollment = station.enrollment("ada");
      station.play(enrollment.token(), 1);

      SessionView over = station.sessions.view(client, enrollment.token());
      assertThat(over.samples()).isEqualTo(3);
      assertThat(over.blinks()).isPositive();
      assertThat(over.motionEvents()).isPositive();
      assertThat(over.livenessVerified()).isTrue();
    }

    @Test
    void keepWhatTheySawAlsoWhenTheyWereCancelled() {
      SessionTicket enrollment = station.enrollment("ada");
      LiveSession open = station.sessions.open(enrollment.token());
      open.process(person(1, 80, 0));

      SessionView over = station.sessions.cancel(client, enrollment.token());

      assertThat(over.samples()).isEqualTo(1);
      assertThat(over.livenessVerified()).isFalse();
    }
  }

  @Test
  void anotherFaceIsNotTheClaimedPersonAndNobodyKnown() {
    station.enroll(client, "ada", 1);

    assertThat(station.authenticate(client, "ada", 2))
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.NO_MATCH));
    assertThat(station.authenticate(client, null, 2))
        .isInstanceOfSatisfying(
            Outcome.NotAuthenticated.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.UNKNOWN_PERSON));
  }

  @Test
  void oneFaceCannotBeEnrolledForTwoPeopleOfAClient() {
    station.enroll(client, "ada", 1);

    assertThat(station.enroll(client, "eve", 1))
        .isInstanceOfSatisfying(
            Outcome.EnrollmentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.DUPLICATE_FACE));
    assertThat(station.store.templates().count()).isEqualTo(1);
  }

  @Test
  void clientsDoNotSeeEachOthersFaces() {
    station.enroll(client, "ada", 1);

    assertThat(station.enroll(stranger, "ada", 1)).isInstanceOf(Outcome.Enrolled.class);
    assertThat(station.authenticate(stranger, null, 2))
        .isInstanceOf(Outcome.NotAuthenticated.class);
  }

  @Test
  void enrollingAgainReplacesTheTemplateWhenItCompletes() {
    station.enroll(client, "ada", 1);
    long before = station.gallery.size();

    station.enroll(client, "ada", 2);

    assertThat(station.gallery.size()).isEqualTo(before);
    assertThat(station.store.templates().count()).isEqualTo(1);
    assertThat(station.authenticate(client, "ada", 2)).isInstanceOf(Outcome.Authenticated.class);
    assertThat(station.authenticate(client, "ada", 1)).isInstanceOf(Outcome.NotAuthenticated.class);
  }

  @Test
  void nothingBiometricIsStoredInClear() {
    station.enroll(client, "ada", 1);

    byte[] clear = SessionDecisions.bytes(ScriptedAnalyzer.template(1, 1).vector());
    byte[] stored =
        station.store.templates().byIds(station.store.templates().ids()).getFirst().sealedVector();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(clear, StandardCharsets.ISO_8859_1));
  }

  @Test
  void anUnknownPersonCannotBeVerified() {
    refused(ErrorCode.USER_NOT_FOUND, () -> station.authenticate(client, "nobody", 1));
    station.enrollment(client, "started");
    refused(ErrorCode.NOT_ENROLLED, () -> station.authenticate(client, "started", 1));
  }

  @Test
  void requestsOutsideTheBoundsAreRefused() {
    refused(ErrorCode.INVALID_REQUEST, () -> station.enrollment(client, " "));
    refused(ErrorCode.INVALID_REQUEST, () -> station.enrollment(client, "x".repeat(101)));
    refused(ErrorCode.INVALID_REQUEST, () -> station.enrollment(client, "a\u0000b"));
    refused(
        ErrorCode.INVALID_REQUEST,
        () ->
            station.sessions.createEnrollment(
                client, new EnrollmentRequest("a", "fax", null, null, null, "remote")));
    refused(
        ErrorCode.INVALID_REQUEST,
        () ->
            station.sessions.createEnrollment(
                client, new EnrollmentRequest("a", "api", 21, null, null, "remote")));
  }

  @Test
  void aClientCanOnlyMakeThePolicyStricter() {
    SessionTicket weaker =
        station.sessions.createEnrollment(
            client, new EnrollmentRequest("a", "api", 1, 0, 0, "remote"));
    SessionTicket stricter =
        station.sessions.createEnrollment(
            client, new EnrollmentRequest("b", "api", 5, 2, 2, "remote"));

    assertThat(weaker.requirements().samples()).isEqualTo(3);
    assertThat(weaker.requirements().blinks()).isEqualTo(1);
    assertThat(stricter.requirements().samples()).isEqualTo(5);
    assertThat(stricter.requirements().motionEvents()).isEqualTo(2);
  }

  @Test
  void aChallengeThatWasAskedForIsThereWhenTheSessionIsOpened() {
    SessionTicket ticket =
        station.sessions.createAuthentication(
            client, new AuthenticationRequest(null, "webcam", true, null, null, "remote", true));
    try (LiveSession session = station.sessions.open(ticket.token())) {
      assertThat(session.requirements().challenge()).isTrue();
      assertThat(session.challenge()).isNotNull();
      Feedback feedback = (Feedback) session.process(person(1, 80, 0));
      assertThat(feedback.challenge()).isEqualTo(session.challenge());
    }
    try (LiveSession without = station.sessions.open(station.enrollment(client, "ada").token())) {
      assertThat(without.challenge()).isNull();
    }
  }

  @Test
  void aFailedChallengeFailsTheSession() {
    SessionTicket ticket =
        station.sessions.createEnrollment(
            client, new EnrollmentRequest("ada", "webcam", null, null, null, "remote", true));
    assertThat(station.play(ticket.token(), 1))
        .isInstanceOfSatisfying(
            Outcome.EnrollmentRefused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Outcome.Reason.CHALLENGE_FAILED));
    assertThat(station.sessions.view(client, ticket.token()).status())
        .isEqualTo(SessionStatus.FAILED);
  }

  @Test
  void aClientMayHaveTenSessionsWaiting() {
    for (int i = 0; i < 10; i++) {
      station.enrollment(client, "user" + i);
    }

    refused(ErrorCode.TOO_MANY_SESSIONS, () -> station.enrollment(client, "user10"));
    station.enrollment(stranger, "user0");

    station.now = station.now.plus(Duration.ofMinutes(6));
    assertThat(station.enrollment(client, "user10").status()).isEqualTo(SessionStatus.ACTIVE);
  }

  @Nested
  class OpenSessions {
    @Test
    void haveOneHolder() {
      String token = station.enrollment(client, "ada").token();
      try (LiveSession held = station.sessions.open(token)) {
        assertThat(held.frames()).isZero();
        refused(ErrorCode.SESSION_STATE, () -> station.sessions.open(token));
      }
    }

    @Test
    void keepTheirFrameCountOverAnInterruption() {
      String token = station.enrollment(client, "ada").token();
      try (LiveSession first = station.sessions.open(token)) {
        first.process(person(1, 80, 0));
        first.process(person(1, 80, 100));
      }
      assertThat(station.sessions.view(client, token).status())
          .isEqualTo(SessionStatus.DISCONNECTED);

      try (LiveSession again = station.sessions.open(token)) {
        assertThat(again.frames()).isEqualTo(2);
      }
    }

    @Test
    void areSeenOnlyByTheirClient() {
      String token = station.enrollment(client, "ada").token();

      assertThat(station.sessions.view(client, token).userId()).isEqualTo("ada");
      refused(ErrorCode.SESSION_NOT_FOUND, () -> station.sessions.view(stranger, token));
      refused(ErrorCode.SESSION_NOT_FOUND, () -> station.sessions.cancel(stranger, token));
      refused(ErrorCode.SESSION_NOT_FOUND, () -> station.sessions.view(client, "sess_none"));
    }

    @Test
    void takeNoFramesAfterTheyWereCancelled() {
      String token = station.enrollment(client, "ada").token();
      try (LiveSession held = station.sessions.open(token)) {
        assertThat(station.sessions.cancel(client, token).status())
            .isEqualTo(SessionStatus.CANCELLED);
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.SESSION_OVER);
        refused(ErrorCode.SESSION_STATE, () -> held.process(person(1, 80, 0)));
      }
      refused(ErrorCode.SESSION_STATE, () -> station.sessions.cancel(client, token));
    }

    @Test
    void endAfterFiveMinutes() {
      String token = station.enrollment(client, "ada").token();
      try (LiveSession held = station.sessions.open(token)) {
        station.now = station.now.plus(Duration.ofMinutes(5));

        assertThat(held.expireIfDue())
            .hasValueSatisfying(
                outcome -> assertThat(outcome).isInstanceOf(Outcome.EnrollmentRefused.class));
      }
      assertThat(station.sessions.view(client, token).status()).isEqualTo(SessionStatus.EXPIRED);
      refused(ErrorCode.SESSION_EXPIRED, () -> station.sessions.open(token));
    }

    @Test
    void areSweptWhenNobodyHoldsThem() {
      String token = station.enrollment(client, "ada").token();
      station.now = station.now.plus(Duration.ofMinutes(6));

      station.sessions.sweep();

      assertThat(station.sessions.view(client, token).status()).isEqualTo(SessionStatus.EXPIRED);
      assertThat(station.sessions.open()).isZero();
    }

    @Test
    void ofAuthenticationGiveUpAfterThirtySeconds() {
      station.enroll(client, "ada", 1);
      String token = station.authentication(client, "ada").token();
      try (LiveSession held = station.sessions.open(token)) {
        station.now = station.now.plus(Duration.ofSeconds(30));

        assertThat(held.process(person(1, 80, 0)))
            .isInstanceOf(Outcome.AuthenticationTimedOut.class);
      }
      assertThat(station.sessions.view(client, token).status()).isEqualTo(SessionStatus.FAILED);
    }

    @Test
    void throttleFramesThatComeTooFastAndDoNotCountThem() {
      try (LiveSession held = station.sessions.open(station.enrollment(client, "ada").token())) {
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.ADMITTED);
        assertThat(held.admit()).isEqualTo(LiveSession.Admission.TOO_FAST);
        assertThat(held.frames()).isZero();
      }
    }

    @Test
    void admitFramesByTheTimeTheyCame() {
      try (LiveSession session = station.sessions.open(station.enrollment(client, "ada").token())) {
        assertThat(session.admit(1000)).isEqualTo(LiveSession.Admission.ADMITTED);
        assertThat(session.admit(1080)).isEqualTo(LiveSession.Admission.TOO_FAST);
        assertThat(session.admit(1095)).isEqualTo(LiveSession.Admission.ADMITTED);
      }
    }

    @Test
    void countNoPictureThatCannotBeDecoded() {
      try (LiveSession held = station.sessions.open(station.enrollment(client, "ada").token())) {
        refused(ErrorCode.INVALID_IMAGE, () -> held.process(new byte[7], 0, null));
        assertThat(held.frames()).isZero();
      }
    }

    @Test
    void thatWereLeftWhileTheStoreWasAwayCanBeTakenUpAtOnce() {
      String token = station.enrollment(client, "ada").token();
      LiveSession left = station.sessions.open(token);
      left.process(person(1, 80, 0));
      station.away = true;
      refused(ErrorCode.STORE_UNAVAILABLE, left::close);
      refused(ErrorCode.STORE_UNAVAILABLE, () -> station.sessions.open(token));

      station.away = false;
      try (LiveSession again = station.sessions.open(token)) {
        assertThat(again.frames()).isEqualTo(1);
      }
    }

    @Test
    void canBeOpenedAgainAfterACrash() {
      String token = station.enrollment(client, "ada").token();
      LiveSession lost = station.sessions.open(token);
      assertThat(lost.frames()).isZero();

      station.restart();

      try (LiveSession again = station.sessions.open(token)) {
        assertThat(again.frames()).isZero();
      }
    }
  }
}
