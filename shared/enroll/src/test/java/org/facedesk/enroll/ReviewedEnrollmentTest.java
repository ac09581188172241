package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.facedesk.enroll.ScriptedAnalyzer.person;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.DeskTerms.Exemption;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.MatchPolicy;
import org.facedesk.gallery.Thresholds;
import org.facedesk.store.Audit;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.DecisionRecord.Verdict;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's enrollments wait for someone's word; a remote client's do not. */
class ReviewedEnrollmentTest {
  private static final String OPERATOR = "operator:1";
  private static final Ruling RULING = new Ruling("operator:2", "Papers were looked at");
  private static final Instant SHOWN = Instant.parse("2026-01-01T07:59:00Z");
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
  private ClientRecord desk;

  @BeforeEach
  void open() {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
    gallery = new MemoryGallery();
    sessions = station();
    desk = store.clients().byId(Clients.DESK).orElseThrow();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private StationSessions station() {
    CalibratedMatcher matcher =
        new CalibratedMatcher(store, gallery, new MatchPolicy(STRICT, 1e-4, 0.01, 0.05));
    return new StationSessions(
        store,
        new ScriptedAnalyzer(),
        new EnrollmentCommitTest.FirstPixel(),
        CaptureSessionTest.ScriptedLiveness::new,
        new CaptureSessionTest.Judge(),
        CapturePolicy.DEFAULT,
        new SessionDecisions(store, gallery, matcher, CapturePolicy.DEFAULT, () -> now),
        Duration.ofDays(30),
        () -> now);
  }

  private SessionTicket begin(String user, Exemption... exemptions) {
    return sessions.createEnrollment(
        desk,
        new EnrollmentRequest(
            user,
            "webcam",
            null,
            null,
            null,
            "camera",
            false,
            new DeskTerms(
                OPERATOR, new DeskTerms.Consent("2026-11", "ar", SHOWN), List.of(exemptions))));
  }

  /** Until the session waits. */
  private static Pending show(LiveSession session, int face, long fromMillis) {
    for (int i = 0; ; i++) {
      if (session.process(person(face, 80, fromMillis + 100L * i)) instanceof Pending pending) {
        return pending;
      }
    }
  }

  private LiveSession waiting(String user, int face) {
    LiveSession session = sessions.open(begin(user).token());
    show(session, face, 0);
    return session;
  }

  private void enroll(String user, int face) {
    try (LiveSession session = waiting(user, face)) {
      assertThat(session.confirm(Confirmation.plain(OPERATOR, null)))
          .isInstanceOf(Outcome.Enrolled.class);
    }
  }

  private UserRecord user(String externalId) {
    return store.users().byExternalId(desk.id(), externalId).orElseThrow();
  }

  private EnrollmentRecord enrollment(String user) {
    return store.enrollments().ofUser(desk.id(), user(user).id()).getFirst();
  }

  private List<DecisionRecord> decisions(String user) {
    return store.decisions().ofEnrollment(desk.id(), enrollment(user).id());
  }

  private List<Audit.Entry> trail(String action) {
    return store.audit().page(0, 200).stream()
        .filter(entry -> entry.event().action().equals(action))
        .toList();
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Nested
  class What_waits {
    @Test
    void isNotEnrolledBeforeItIsConfirmed() {
      try (LiveSession session = waiting("ada", 1)) {
        assertThat(store.templates().count()).isZero();
        assertThat(enrollment("ada").status()).isEqualTo("pending");

        assertThat(session.confirm(Confirmation.plain(OPERATOR, null)))
            .isInstanceOfSatisfying(
                Outcome.Enrolled.class, enrolled -> assertThat(enrolled.userId()).isEqualTo("ada"));
      }
      assertThat(store.templates().count()).isEqualTo(1);
      assertThat(gallery.size()).isEqualTo(1);
      assertThat(enrollment("ada").status()).isEqualTo("completed");
      assertThat(trail("enrollment.completed").getFirst().event().actor()).isEqualTo(OPERATOR);
    }

    @Test
    void takesNoMoreFrames() {
      try (LiveSession session = waiting("ada", 1)) {
        refused(ErrorCode.SESSION_STATE, () -> session.process(person(1, 80, 90_000)));
      }
    }

    @Test
    void isGoneWhenItIsCancelled() {
      SessionTicket ticket = begin("ada");
      try (LiveSession session = sessions.open(ticket.token())) {
        show(session, 1, 0);
        sessions.cancel(desk, ticket.token());
        refused(ErrorCode.SESSION_STATE, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
      }
      assertThat(store.templates().count()).isZero();
      assertThat(enrollment("ada").status()).isEqualTo("cancelled");
    }

    @Test
    void waitsLongerThanAPersonMayStandBeforeTheCamera() {
      try (LiveSession session = waiting("ada", 1)) {
        now = now.plus(CapturePolicy.DEFAULT.sessionLifetime()).plusSeconds(60);
        assertThat(session.expireIfDue()).isEmpty();
        now = now.plus(CapturePolicy.REVIEW_TIME);
        assertThat(session.expireIfDue())
            .get()
            .isInstanceOfSatisfying(
                Outcome.EnrollmentRefused.class,
                out -> assertThat(out.reason()).isEqualTo(Outcome.Reason.EXPIRED));
      }
    }

    @Test
    void standsInTheWayOfNobodyAfterACrash() {
      begin("eve");
      waiting("ada", 1);

      station().recover(); // the process that held it is gone, and so are its pictures

      assertThat(enrollment("ada").status()).isEqualTo("cancelled");
      assertThat(enrollment("eve").status()).isEqualTo("cancelled");
      assertThat(store.sessions().open(desk.id())).isZero();
      assertThat(store.templates().count()).isZero();
    }

    @Test
    void aRemoteClientCannotAskFor() {
      ClientRecord remote = remote();
      refused(
          ErrorCode.FORBIDDEN,
          () ->
              sessions.createEnrollment(
                  remote,
                  new EnrollmentRequest(
                      "ada",
                      "api",
                      null,
                      null,
                      null,
                      "remote",
                      false,
                      new DeskTerms(OPERATOR, null, List.of()))));
    }
  }

  @Nested
  class One_sample_taken_again {
    @Test
    void asksForProofsOfLifeAfreshAndKeepsTheOthers() {
      try (LiveSession session = sessions.open(begin("ada").token())) {
        Pending first = show(session, 1, 0);
        session.retake(1);
        assertThat(session.process(person(1, 80, 50_000)))
            .isInstanceOfSatisfying(
                Feedback.class,
                feedback -> {
                  assertThat(feedback.livenessVerified()).isFalse();
                  assertThat(feedback.samples()).isEqualTo(3);
                });
        Pending second = show(session, 1, 50_100);
        assertThat(second.samples()).contains(first.samples().get(0), first.samples().get(2));
        assertThat(second.samples()).doesNotContain(first.samples().get(1));
      }
    }

    @Test
    void ofSomebodyElseTakesThePlaceOfAll() {
      try (LiveSession session = sessions.open(begin("ada").token())) {
        Pending first = show(session, 1, 0);
        session.retake(1);
        Pending second = show(session, 2, 50_000);
        assertThat(second.samples()).doesNotContainAnyElementsOf(first.samples());
      }
    }
  }

  @Nested
  class Consent {
    @Test
    void isOnDiskBeforeTheFirstPicture() {
      begin("ada");
      assertThat(store.consents().ofUser(desk.id(), user("ada").id()))
          .containsExactly(
              new ConsentRecord(
                  enrollment("ada").id(),
                  desk.id(),
                  user("ada").id(),
                  "2026-11",
                  "ar",
                  OPERATOR,
                  SHOWN));
      assertThat(trail("consent.given").getFirst().event().details())
          .containsEntry("version", "2026-11")
          .containsEntry("language", "ar");
    }
  }

  @Nested
  class A_review {
    @Test
    void tellsHowWellThePicturesAgree() {
      try (LiveSession session = waiting("ada", 1)) {
        Review review = session.review(null);
        assertThat(review.spread()).isLessThan(1e-6);
        assertThat(review.agreement()).isEqualTo(Review.Grade.HIGH);
        assertThat(review.earlier()).isNull();
        assertThat(review.oldPhoto()).isNull();
        assertThat(review.needsSupervisor()).isFalse();
      }
    }

    @Test
    void comparesWithThePersonsEarlierTemplate() {
      enroll("ada", 1);
      try (LiveSession session = waiting("ada", 1)) {
        assertThat(session.review(null).earlier())
            .satisfies(likeness -> assertThat(likeness.matches()).isTrue());
        assertThat(session.review(null).lookalikes()).isEmpty();
      }
    }

    @Test
    void comparesWithAnOldPhotoThatIsKeptOnlyOnConfirmation() {
      Picture photo =
          new PictureIntake(
                  new ScriptedAnalyzer(),
                  new EnrollmentCommitTest.FirstPixel(),
                  new CaptureSessionTest.Judge())
              .oldPhoto(person(1, 80, 0).bgr());
      try (LiveSession session = waiting("ada", 1)) {
        assertThat(session.review(photo).oldPhoto())
            .satisfies(likeness -> assertThat(likeness.matches()).isTrue());
        assertThat(store.pictures().find(user("ada").id(), photo.kind())).isEmpty();

        Outcome outcome = session.confirm(Confirmation.plain(OPERATOR, photo));
        assertThat(((Outcome.Enrolled) outcome).similarityWithOldPhoto()).isGreaterThan(0.9);
      }
      assertThat(store.pictures().find(user("ada").id(), photo.kind())).isPresent();
    }
  }

  @Nested
  class Somebody_of_a_like_face {
    @Test
    void isFoundAndNotConfirmedWithoutASupervisor() {
      enroll("ada", 1);
      try (LiveSession session = waiting("eve", 1)) {
        assertThat(session.review(null).lookalikes())
            .singleElement()
            .satisfies(found -> assertThat(found.person()).isEqualTo(user("ada").id()));
        refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));

        UUID ada = user("ada").id();
        session.confirm(new Confirmation(OPERATOR, null, RULING, Set.of(ada), false));
      }
      assertThat(decisions("eve"))
          .singleElement()
          .satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Verdict.DIFFERENT_PERSON);
            assertThat(decision.candidate()).isEqualTo(user("ada").id());
            assertThat(decision.reason()).isEqualTo("Papers were looked at");
            assertThat(decision.decidedBy()).isEqualTo("operator:2");
          });
      assertThat(trail("enrollment.decided").getFirst().event().details())
          .containsEntry("verdict", "different_person")
          .containsEntry("reason", "Papers were looked at");
    }

    @Test
    void whoWasEnrolledSinceTheReviewStandsAgainstItAsWell() {
      try (LiveSession session = waiting("eve", 1)) {
        assertThat(session.review(null).needsSupervisor()).isFalse();
        enroll("ada", 1);
        refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
        assertThat(session.review(null).needsSupervisor()).isTrue();
      }
    }

    @Test
    void whoIsTheSamePersonLeadsToARefusalWithItsReason() {
      enroll("ada", 1);
      SessionTicket ticket = begin("eve");
      try (LiveSession session = sessions.open(ticket.token())) {
        show(session, 1, 0);
        Outcome outcome = session.refuse(OPERATOR, RULING, user("ada").id());
        assertThat(((Outcome.EnrollmentRefused) outcome).reason())
            .isEqualTo(Outcome.Reason.DUPLICATE_FACE);
      }
      assertThat(sessions.view(desk, ticket.token()).status()).isEqualTo(SessionStatus.FAILED);
      assertThat(decisions("eve"))
          .extracting(DecisionRecord::verdict)
          .containsExactly(Verdict.SAME_PERSON);
      assertThat(store.templates().count()).isEqualTo(1);
    }
  }

  @Test
  void aFaceUnlikeThePersonsTemplateTakesASupervisor() {
    enroll("ada", 1);
    now = now.plusSeconds(1); // the newest enrollment is the one that is looked up
    try (LiveSession session = waiting("ada", 2)) {
      assertThat(session.review(null).changedFace()).isTrue();
      refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
      session.confirm(new Confirmation(OPERATOR, null, RULING, Set.of(), true));
    }
    assertThat(decisions("ada"))
        .extracting(DecisionRecord::verdict)
        .containsExactly(Verdict.CHANGED_FACE);
  }

  @Nested
  class An_exemption {
    @Test
    void takesTheProofOutOfWhatIsAskedForAndIsRecorded() {
      SessionTicket ticket =
          begin("ada", new Exemption(Proof.BLINK, RULING), new Exemption(Proof.TURN, RULING));
      assertThat(ticket.requirements().blinks()).isZero();
      assertThat(ticket.requirements().motionEvents()).isZero();
      assertThat(sessions.open(ticket.token()).requirements()).isEqualTo(ticket.requirements());
      assertThat(decisions("ada"))
          .extracting(DecisionRecord::verdict)
          .containsExactlyInAnyOrder(Verdict.WITHOUT_BLINK, Verdict.WITHOUT_TURN);
      assertThat(trail("enrollment.decided")).hasSize(2);
    }

    @Test
    void ofTheTurnLeavesTheBlink() {
      SessionTicket ticket = begin("ada", new Exemption(Proof.TURN, RULING));
      assertThat(ticket.requirements().blinks()).isEqualTo(1);
      assertThat(ticket.requirements().motionEvents()).isZero();
    }

    @Test
    void needsAReason() {
      refused(ErrorCode.INVALID_REQUEST, () -> new Ruling("operator:2", "   "));
    }
  }

  private ClientRecord remote() {
    UUID id = UUID.randomUUID();
    ClientRecord record =
        new ClientRecord(
            id,
            "client_" + id,
            "gate",
            id,
            store.seal().lookup("api-key", id.toString()),
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
}
