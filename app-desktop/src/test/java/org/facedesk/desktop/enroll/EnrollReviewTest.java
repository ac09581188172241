package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.facedesk.admin.Actor;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.capture.CameraState;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.enroll.EnrollStep.AtCamera;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Reviewing;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.enroll.Confirmation;
import org.facedesk.enroll.Review;
import org.facedesk.enroll.Review.Likeness;
import org.facedesk.enroll.Review.Lookalike;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The last step: looking at what was captured, and the word on it. */
class EnrollReviewTest extends EnrollmentsAtTheDesk {
  private final Actor supervisor = Actor.operator(UUID.randomUUID(), Role.SUPERVISOR);

  private Lookalike lookalike(String userId) {
    return new Lookalike(desk.lookalike(userId), 0.31, 0.97);
  }

  @Nested
  class Where_nothing_stands_against_it {
    @Test
    void nothingIsEnrolledBeforeSomeoneConfirms() {
      reachReview(FakeDesk.review());
      assertThat(step()).isInstanceOf(Reviewing.class);
      assertThat(sheet().portraits()).hasSize(3);
      assertThat(model.screen().prompt().key()).isEqualTo("enroll.prompt.review");
      assertThat(desk.sessions.confirmations).isEmpty();
    }

    @Test
    void confirmingEnrollsAndTheReceiptIsReady() {
      model.editName("Ada Lovelace");
      reachReview(FakeDesk.review());
      model.next();
      assertThat(desk.sessions.confirmations).hasSize(1);
      assertThat(ending())
          .isInstanceOfSatisfying(
              Ending.Enrolled.class,
              enrolled -> {
                assertThat(enrolled.receipt().userId()).isEqualTo("E-1024");
                assertThat(enrolled.receipt().name()).isEqualTo("Ada Lovelace");
                assertThat(enrolled.receipt().consent().language()).isNotEmpty();
                assertThat(enrolled.receipt().practice()).isFalse();
              });
    }

    @Test
    void aFailureWhileConfirmingLeavesItWaiting() {
      reachReview(FakeDesk.review());
      desk.sessions.confirmed(confirmation -> {
        throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, "away in this test");
      });
      model.next();
      assertThat(step()).isInstanceOf(Reviewing.class);
      assertThat(model.screen().capture().fault()).isNotNull();
      desk.sessions.confirmed(confirmation -> FakeDesk.enrolled("E-1024"));
      model.next(); // dismisses the fault
      model.next();
      assertThat(ending()).isInstanceOf(Ending.Enrolled.class);
    }
  }

  @Nested
  class Another_way {
    @Test
    void backCancelsAndLeadsToTheNextAttempt() {
      reachReview(FakeDesk.review());
      model.back();
      assertThat(desk.sessions.cancelled).hasSize(1);
      assertThat(step()).isInstanceOf(AtCamera.class);
      model.next();
      assertThat(desk.sessions.requests).hasSize(2);
      assertThat(model.screen().attempt()).isEqualTo(2);
    }

    @Test
    void oneSampleIsTakenAgainInTheSameSession() {
      reachReview(FakeDesk.review());
      model.retakeSample(1);
      assertThat(desk.sessions.retaken).containsExactly(1);
      assertThat(desk.sessions.requests).hasSize(1);
      assertThat(desk.sessions.cancelled).isEmpty();
      assertThat(model.screen().capture().portraits()).hasSize(2);
      show();
      assertThat(step()).isInstanceOf(Reviewing.class);
    }

    @Test
    void withoutACameraNoSampleIsGivenUp() {
      reachReview(FakeDesk.review());
      desk.feeds.present().lose();
      model.retakeSample(1);
      assertThat(model.screen().capture().camera()).isInstanceOf(CameraState.Absent.class);
      assertThat(step()).isInstanceOf(Reviewing.class);
      assertThat(desk.sessions.retaken).isEmpty();
    }

    @Test
    void closingTheWindowCancelsWhatWaits() {
      reachReview(FakeDesk.review());
      model.close();
      assertThat(desk.sessions.cancelled).hasSize(1);
    }

    @Test
    void noPracticeBeginsThatWouldGiveUpWhatWaits() {
      reachReview(FakeDesk.review());
      assertThat(model.screen().capture().held()).isTrue();
      model.capture().practise(true);
      desk.feeds.present().lose();
      model.capture().usePracticeCamera();
      assertThat(model.capture().practice()).isFalse();
      assertThat(desk.sessions.cancelled).isEmpty();
      assertThat(step()).isInstanceOf(Reviewing.class);
      model.back();
      assertThat(model.screen().capture().held()).isFalse();
      model.capture().practise(true);
      assertThat(model.capture().practice()).isTrue();
    }

    @Test
    void whatWaitsInPracticeGoesWithIt() {
      model.capture().practise(true);
      desk.practised.reviewed(FakeDesk.review());
      reachCamera();
      desk.practised.answer(frame -> FakeDesk.pending());
      model.next();
      frame();
      assertThat(step()).isInstanceOf(Reviewing.class);
      model.capture().practise(false);
      assertThat(desk.practised.cancelled).hasSize(1);
      assertThat(desk.sessions.cancelled).isEmpty();
      assertThat(step()).isInstanceOf(Who.class);
    }
  }

  @Nested
  class Possible_duplicates {
    @Test
    void areNothingAnOperatorConfirmsAndTheirNamesAreNotShown() {
      reachReview(FakeDesk.review(lookalike("E-7")));
      assertThat(model.screen().prompt().key()).isEqualTo("enroll.prompt.supervisor");
      assertThat(sheet().lookalikes()).isEmpty();
      model.next();
      model.accept("They told me so");
      assertThat(desk.sessions.confirmations).isEmpty();
    }

    @Test
    void areNamedToASupervisorWhoWasCalledNearestFirst() {
      reachReview(FakeDesk.review(lookalike("E-7"), lookalike("E-8")));
      model.supervise(supervisor);
      assertThat(sheet().lookalikes())
          .extracting(ReviewSheet.Named::userId)
          .containsExactly("E-7", "E-8");
      assertThat(sheet().lookalikes().getFirst().name()).isEqualTo("Name of E-7");
      assertThat(sheet().lookalikes().getFirst().distance()).isEqualTo(0.31);
    }

    @Test
    void areNamedAtOnceToASupervisorWhoIsSignedIn() {
      signIn(Role.SUPERVISOR);
      reachReview(FakeDesk.review(lookalike("E-7")));
      assertThat(sheet().supervised()).isTrue();
      assertThat(sheet().lookalikes()).hasSize(1);
    }

    @Test
    void whoWereErasedMeanwhileHaveNoName() {
      reachReview(FakeDesk.review(new Lookalike(UUID.randomUUID(), 0.3, 0.9)));
      model.supervise(supervisor);
      assertThat(sheet().lookalikes().getFirst().userId()).isEmpty();
    }

    @Test
    void acceptedAsOtherPeopleTheEnrollmentStandsWithTheReason() {
      Lookalike other = lookalike("E-7");
      reachReview(FakeDesk.review(other));
      model.supervise(supervisor);
      model.accept("Twins; both papers seen");
      Confirmation confirmation = desk.sessions.confirmations.getFirst();
      assertThat(confirmation.others()).containsExactly(other.person());
      assertThat(confirmation.ruling())
          .satisfies(ruling -> {
            assertThat(ruling.supervisor()).isEqualTo(supervisor.name());
            assertThat(ruling.reason()).isEqualTo("Twins; both papers seen");
          });
      assertThat(ending()).isInstanceOf(Ending.Enrolled.class);
    }

    @Test
    void takenForTheSamePersonTheEnrollmentIsRefused() {
      Lookalike other = lookalike("E-7");
      reachReview(FakeDesk.review(other));
      model.supervise(supervisor);
      model.refuse(other.person(), "Came under another id");
      assertThat(desk.sessions.refusals).containsExactly("Came under another id");
      assertThat(ending()).isEqualTo(new Ending.Refused("DUPLICATE_FACE"));
    }

    @Test
    void withoutAReasonNothingIsDecided() {
      reachReview(FakeDesk.review(lookalike("E-7")));
      model.supervise(supervisor);
      model.accept("  ");
      assertThat(desk.sessions.confirmations).isEmpty();
    }

    @Test
    void thatCameUpMeanwhileAreLookedUpAgain() {
      reachReview(FakeDesk.review());
      desk.sessions.reviewed(FakeDesk.review(lookalike("E-7")));
      desk.sessions.confirmed(confirmation -> {
        throw new FacedeskException(ErrorCode.FORBIDDEN, "a supervisor must decide");
      });
      model.next();
      assertThat(sheet().plain()).isFalse();
    }

    @Test
    void aSupervisorWhoWasCalledSpeaksForThisDecisionOnly() {
      reachReview(FakeDesk.review(lookalike("E-7")));
      model.supervise(supervisor);
      model.retake();
      reachReviewAgain();
      assertThat(sheet().supervised()).isFalse();
    }

    @Test
    void aSupervisorWhoWasCalledIsGoneAfterTwoMinutes() {
      reachReview(FakeDesk.review(lookalike("E-7")));
      model.supervise(supervisor);
      now = now.plus(ReviewModel.CALLED);
      assertThat(sheet().supervised()).isFalse();
      assertThat(sheet().lookalikes()).isEmpty();
      model.accept("They told me so");
      assertThat(desk.sessions.confirmations).isEmpty();
      model.supervise(supervisor);
      assertThat(sheet().lookalikes()).hasSize(1);
    }

    private void reachReviewAgain() {
      model.next();
      show();
    }
  }

  @Test
  void aFaceUnlikeTheEarlierTemplateTakesASupervisor() {
    reachReview(
        new Review(0.1, Review.Grade.HIGH, new Likeness(1.2, 0.01, false), null, List.of()));
    model.next();
    assertThat(desk.sessions.confirmations).isEmpty();
    model.supervise(supervisor);
    model.accept("Surgery; papers seen");
    assertThat(desk.sessions.confirmations.getFirst().changedFace()).isTrue();
  }
}
