package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import org.facedesk.admin.Role;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.enroll.EnrollStep.AtCamera;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Trouble;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.Test;

/** From step to step, and how it ends. */
class EnrollEndTest extends EnrollmentsAtTheDesk {
  @Test
  void aSessionIsOpenedForThePersonAndNamesItsSource() {
    startCapture();
    assertThat(desk.sessions.requests.getFirst().userId()).isEqualTo("E-1024");
    assertThat(desk.sessions.requests.getFirst().source()).isEqualTo("camera");
    assertThat(model.screen().attempt()).isEqualTo(1);
    assertThat(model.running()).isTrue();
  }

  @Test
  void escapeLeadsBackToThePersonAndKeepsWhatWasEntered() {
    reachCamera();
    model.back();
    assertThat(step()).isInstanceOf(Who.class);
    assertThat(model.screen().who().userId()).isEqualTo("E-1024");
    assertThat(model.screen().who().agreed()).isTrue();
  }

  @Test
  void retakeCancelsAndTheNextStartIsANewSession() {
    startCapture();
    model.retake();
    model.next();
    assertThat(desk.sessions.cancelled).hasSize(1);
    assertThat(desk.sessions.requests).hasSize(2);
    assertThat(model.screen().attempt()).isEqualTo(2);
  }

  @Test
  void theNextPersonStartsWithEmptyFieldsAndHasNotAgreed() {
    reachReview(FakeDesk.review());
    model.next();
    model.next();
    assertThat(step()).isEqualTo(new Who(Trouble.NONE));
    assertThat(model.screen().who().userId()).isEmpty();
    assertThat(model.screen().who().agreed()).isFalse();
    assertThat(model.screen().attempt()).isZero();
  }

  @Test
  void aRefusalSaysWhyAndSpaceLeadsToTheNextAttempt() {
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.refused(Outcome.Reason.REPLAY_DETECTED));
    frame();
    assertThat(ending()).isEqualTo(new Ending.Refused("REPLAY_DETECTED"));
    assertThat(model.screen().prompt().key()).isEqualTo("reason.REPLAY_DETECTED");
    model.next();
    assertThat(step()).isInstanceOf(AtCamera.class);
    assertThat(model.screen().who().userId()).isEqualTo("E-1024");
  }

  private void assertNobodyIsEntered() {
    assertThat(step()).isEqualTo(new Who(Trouble.NONE));
    assertThat(model.screen().who().userId()).isEmpty();
    assertThat(model.screen().who().agreed()).isFalse();
    assertThat(model.screen().attempt()).isZero();
  }

  @Test
  void afterARefusalTheNextPersonBeginsAnew() {
    startCapture();
    desk.sessions.answer(frame -> FakeDesk.refused(Outcome.Reason.REPLAY_DETECTED));
    frame();
    model.nextPerson();
    assertNobodyIsEntered();
  }

  @Test
  void nobodyIsNextBeforeItIsOver() {
    startCapture();
    model.nextPerson();
    assertThat(step()).isInstanceOf(AtCamera.class);
    assertThat(desk.sessions.cancelled).isEmpty();
  }

  @Test
  void whatWasGivenInEarnestIsNotGivenInPracticeNorTheOtherWayRound() {
    reachCamera();
    model.capture().practise(true);
    assertNobodyIsEntered();
    reachCamera();
    model.capture().practise(false);
    assertNobodyIsEntered();
  }

  @Test
  void anotherOperatorBeginsWithNobody() {
    reachCamera();
    desk.relieve();
    assertNobodyIsEntered();
  }

  @Test
  void anOperatorWhoIsLetInAgainFindsWhatWasEntered() {
    reachCamera();
    signIn(Role.OPERATOR);
    assertThat(step()).isInstanceOf(AtCamera.class);
    assertThat(model.screen().who().agreed()).isTrue();
  }

  @Test
  void aRecordingThatEndsTooEarlyEndsTheAttempt() {
    startCapture();
    desk.feeds.present().analysis().ended().run();
    assertThat(ending()).isEqualTo(new Ending.Refused("RECORDING_ENDED"));
  }

  @Test
  void inPracticeTheReceiptSaysSoAndNothingReachesThePeople() {
    model.capture().practise(true);
    reachCamera();
    desk.practised.answer(frame -> FakeDesk.pending());
    model.next();
    frame();
    model.next();
    assertThat(desk.sessions.requests).isEmpty();
    assertThat(ending())
        .isInstanceOfSatisfying(
            Ending.Enrolled.class, enrolled -> assertThat(enrolled.receipt().practice()).isTrue());
    assertThat(model.screen().prompt().key()).isEqualTo("enroll.prompt.practised");
  }
}
