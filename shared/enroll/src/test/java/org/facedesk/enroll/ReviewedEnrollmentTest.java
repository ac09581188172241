package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.enroll.ScriptedAnalyzer.person;
import static org.facedesk.enroll.ScriptedStation.OPERATOR;
import static org.facedesk.enroll.ScriptedStation.SHOWN;
import static org.facedesk.enroll.ScriptedStation.refused;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.enroll.DeskTerms.Exemption;
import org.facedesk.enroll.DeskTerms.Proof;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.DecisionRecord.Verdict;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Picture;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's enrollments wait for someone's word; a remote client's do not. */
class ReviewedEnrollmentTest {
  private static final Ruling RULING = new Ruling("operator:2", "Papers were looked at");

  private ScriptedStation station;
  private ClientRecord desk;

  @BeforeEach
  void open(@TempDir Path folder) {
    station = new ScriptedStation(folder);
    desk = station.desk;
  }

  @AfterEach
  void close() {
    station.close();
  }

  private void enroll(String user, int face) {
    try (LiveSession session = station.waiting(user, face)) {
      assertThat(session.confirm(Confirmation.plain(OPERATOR, null)))
          .isInstanceOf(Outcome.Enrolled.class);
    }
  }

  private UserRecord user(String externalId) {
    return station.store.users().byExternalId(desk.id(), externalId).orElseThrow();
  }

  private EnrollmentRecord enrollment(String user) {
    return station.store.enrollments().ofUser(desk.id(), user(user).id()).getFirst();
  }

  private List<DecisionRecord> decisions(String user) {
    return station.store.decisions().ofEnrollment(desk.id(), enrollment(user).id());
  }

  @Nested
  class What_waits {
    @Test
    void isNotEnrolledBeforeItIsConfirmed() {
      try (LiveSession session = station.waiting("ada", 1)) {
        assertThat(station.store.templates().count()).isZero();
        assertThat(enrollment("ada").status()).isEqualTo("pending");

        assertThat(session.confirm(Confirmation.plain(OPERATOR, null)))
            .isInstanceOfSatisfying(
                Outcome.Enrolled.class, enrolled -> assertThat(enrolled.userId()).isEqualTo("ada"));
      }
      assertThat(station.store.templates().count()).isEqualTo(1);
      assertThat(station.gallery.size()).isEqualTo(1);
      assertThat(enrollment("ada").status()).isEqualTo("completed");
      assertThat(station.trail("enrollment.completed").getFirst().event().actor())
          .isEqualTo(OPERATOR);
    }

    @Test
    void getsItsNameInTheCommit() {
      try (LiveSession session = station.waiting("ada", 1)) {
        session.confirm(
            Confirmation.plain(OPERATOR, null).withProfile(before -> "{\"name\":\"Ada\"}"));
      }
      assertThat(user("ada").profile()).isEqualTo("{\"name\":\"Ada\"}");
      assertThat(user("ada").enrolledAt()).isNotNull();
      assertThat(station.trail("person.changed"))
          .singleElement()
          .satisfies(entry -> assertThat(entry.event().actor()).isEqualTo(OPERATOR));
    }

    @Test
    void isNotEnrolledWithoutTheName() {
      try (LiveSession session = station.waiting("ada", 1)) {
        Confirmation unnamed =
            Confirmation.plain(OPERATOR, null)
                .withProfile(before -> {
                  throw new FacedeskException(ErrorCode.INVALID_REQUEST, "no name");
                });
        refused(ErrorCode.INVALID_REQUEST, () -> session.confirm(unnamed));
        assertThat(station.store.templates().count()).isZero();
        assertThat(session.confirm(Confirmation.plain(OPERATOR, null)))
            .isInstanceOf(Outcome.Enrolled.class);
      }
      assertThat(station.trail("person.changed")).isEmpty();
    }

    @Test
    void takesNoMoreFrames() {
      try (LiveSession session = station.waiting("ada", 1)) {
        refused(ErrorCode.SESSION_STATE, () -> session.process(person(1, 80, 90_000)));
      }
    }

    @Test
    void isGoneWhenItIsCancelled() {
      SessionTicket ticket = station.atDesk("ada");
      try (LiveSession session = station.sessions.open(ticket.token())) {
        ScriptedStation.show(session, 1, 0);
        station.sessions.cancel(desk, ticket.token());
        refused(ErrorCode.SESSION_STATE, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
      }
      assertThat(station.store.templates().count()).isZero();
    }

    @Test
    void waitsLongerThanAPersonMayStandBeforeTheCamera() {
      try (LiveSession session = station.waiting("ada", 1)) {
        station.now = station.now.plus(CapturePolicy.DEFAULT.sessionLifetime()).plusSeconds(60);
        assertThat(session.expireIfDue()).isEmpty();
        station.now = station.now.plus(CapturePolicy.REVIEW_TIME);
        assertThat(session.expireIfDue())
            .get()
            .isInstanceOfSatisfying(
                Outcome.EnrollmentRefused.class,
                out -> assertThat(out.reason()).isEqualTo(Outcome.Reason.EXPIRED));
      }
    }

    @Test
    void aRemoteClientCannotAskFor() {
      refused(
          ErrorCode.FORBIDDEN,
          () ->
              station.sessions.createEnrollment(
                  station.client,
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
      try (LiveSession session = station.sessions.open(station.atDesk("ada").token())) {
        Pending first = ScriptedStation.show(session, 1, 0);
        session.retake(1);
        assertThat(session.process(person(1, 80, 50_000)))
            .isInstanceOfSatisfying(
                Feedback.class,
                feedback -> {
                  assertThat(feedback.livenessVerified()).isFalse();
                  assertThat(feedback.samples()).isEqualTo(3);
                });
        Pending second = ScriptedStation.show(session, 1, 50_100);
        assertThat(second.samples()).contains(first.samples().get(0), first.samples().get(2));
        assertThat(second.samples()).doesNotContain(first.samples().get(1));
      }
    }

    @Test
    void ofSomebodyElseTakesThePlaceOfAll() {
      try (LiveSession session = station.sessions.open(station.atDesk("ada").token())) {
        Pending first = ScriptedStation.show(session, 1, 0);
        session.retake(1);
        Pending second = ScriptedStation.show(session, 2, 50_000);
        assertThat(second.samples()).doesNotContainAnyElementsOf(first.samples());
      }
    }
  }

  @Nested
  class Consent {
    @Test
    void isOnDiskBeforeTheFirstPicture() {
      station.atDesk("ada");
      assertThat(station.store.consents().ofUser(desk.id(), user("ada").id()))
          .containsExactly(
              new ConsentRecord(
                  enrollment("ada").id(),
                  desk.id(),
                  user("ada").id(),
                  "2026-11",
                  "ar",
                  OPERATOR,
                  SHOWN));
      assertThat(station.trail("consent.given").getFirst().event().details())
          .containsEntry("version", "2026-11")
          .containsEntry("language", "ar");
    }
  }

  @Nested
  class A_review {
    @Test
    void tellsHowWellThePicturesAgree() {
      try (LiveSession session = station.waiting("ada", 1)) {
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
      try (LiveSession session = station.waiting("ada", 1)) {
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
                  new ScriptedStation.FirstPixel(),
                  new CaptureSessionTest.Judge())
              .oldPhoto(person(1, 80, 0).bgr());
      try (LiveSession session = station.waiting("ada", 1)) {
        assertThat(session.review(photo).oldPhoto())
            .satisfies(likeness -> assertThat(likeness.matches()).isTrue());
        assertThat(station.store.pictures().find(user("ada").id(), photo.kind())).isEmpty();

        Outcome outcome = session.confirm(Confirmation.plain(OPERATOR, photo));
        assertThat(((Outcome.Enrolled) outcome).similarityWithOldPhoto()).isGreaterThan(0.9);
      }
      assertThat(station.store.pictures().find(user("ada").id(), photo.kind())).isPresent();
    }
  }

  @Nested
  class Somebody_of_a_like_face {
    @Test
    void isFoundAndNotConfirmedWithoutASupervisor() {
      enroll("ada", 1);
      try (LiveSession session = station.waiting("eve", 1)) {
        assertThat(session.review(null).lookalikes())
            .singleElement()
            .satisfies(found -> assertThat(found.person()).isEqualTo(user("ada").id()));
        refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));

        UUID ada = user("ada").id();
        session.confirm(Confirmation.plain(OPERATOR, null).ruled(RULING, Set.of(ada), false));
      }
      assertThat(decisions("eve"))
          .singleElement()
          .satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Verdict.DIFFERENT_PERSON);
            assertThat(decision.candidate()).isEqualTo(user("ada").id());
            assertThat(decision.reason()).isEqualTo("Papers were looked at");
            assertThat(decision.decidedBy()).isEqualTo("operator:2");
          });
      assertThat(station.trail("enrollment.decided").getFirst().event().details())
          .containsEntry("verdict", "different_person")
          .containsEntry("reason", "Papers were looked at");
    }

    @Test
    void whoWasEnrolledSinceTheReviewStandsAgainstItAsWell() {
      try (LiveSession session = station.waiting("eve", 1)) {
        assertThat(session.review(null).needsSupervisor()).isFalse();
        enroll("ada", 1);
        refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
        assertThat(session.review(null).needsSupervisor()).isTrue();
      }
    }

    @Test
    void whoIsTheSamePersonLeadsToARefusalWithItsReason() {
      enroll("ada", 1);
      SessionTicket ticket = station.atDesk("eve");
      try (LiveSession session = station.sessions.open(ticket.token())) {
        ScriptedStation.show(session, 1, 0);
        Outcome outcome = session.refuse(OPERATOR, RULING, user("ada").id());
        assertThat(((Outcome.EnrollmentRefused) outcome).reason())
            .isEqualTo(Outcome.Reason.DUPLICATE_FACE);
      }
      assertThat(station.sessions.view(desk, ticket.token()).status())
          .isEqualTo(SessionStatus.FAILED);
      assertThat(station.trail("enrollment.decided").getFirst().event().details())
          .containsEntry("verdict", "same_person")
          .containsEntry("other", user("ada").id().toString())
          .containsEntry("reason", "Papers were looked at");
      assertThat(station.store.templates().count()).isEqualTo(1);
    }
  }

  @Test
  void aFaceUnlikeThePersonsTemplateTakesASupervisor() {
    enroll("ada", 1);
    station.now = station.now.plusSeconds(1); // the newest enrollment is the one that is looked up
    try (LiveSession session = station.waiting("ada", 2)) {
      assertThat(session.review(null).changedFace()).isTrue();
      refused(ErrorCode.FORBIDDEN, () -> session.confirm(Confirmation.plain(OPERATOR, null)));
      session.confirm(Confirmation.plain(OPERATOR, null).ruled(RULING, Set.of(), true));
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
          station.atDesk(
              "ada", new Exemption(Proof.BLINK, RULING), new Exemption(Proof.TURN, RULING));
      assertThat(ticket.requirements().blinks()).isZero();
      assertThat(ticket.requirements().motionEvents()).isZero();
      assertThat(station.sessions.open(ticket.token()).requirements())
          .isEqualTo(ticket.requirements());
      assertThat(decisions("ada"))
          .extracting(DecisionRecord::verdict)
          .containsExactlyInAnyOrder(Verdict.WITHOUT_BLINK, Verdict.WITHOUT_TURN);
      assertThat(station.trail("enrollment.decided")).hasSize(2);
    }

    @Test
    void ofTheTurnLeavesTheBlink() {
      SessionTicket ticket = station.atDesk("ada", new Exemption(Proof.TURN, RULING));
      assertThat(ticket.requirements().blinks()).isEqualTo(1);
      assertThat(ticket.requirements().motionEvents()).isZero();
    }

    @Test
    void needsAReason() {
      refused(ErrorCode.INVALID_REQUEST, () -> new Ruling("operator:2", "   "));
    }
  }
}
