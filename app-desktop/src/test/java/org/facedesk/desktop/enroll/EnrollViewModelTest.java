package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.desktop.enroll.CameraFeeds.Pass;
import org.facedesk.desktop.enroll.EnrollStep.Capturing;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.enroll.EnrollStep.Ready;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.EnrollmentRequest;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The whole screen without a toolkit: every thread is the test's own. */
class EnrollViewModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final EnrollViewModel model =
      new EnrollViewModel(desk.services(), new Background(Runnable::run, Runnable::run));

  EnrollViewModelTest() {
    model.open(new SourceSpec.Device("0"));
  }

  private void reachReady() {
    model.editUserId("E-1024");
    model.next();
  }

  private void startCapture() {
    reachReady();
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    model.next();
  }

  private void answerWith(Outcome outcome) {
    desk.sessions.answer(frame -> outcome);
  }

  private void frame() {
    desk.feeds.present().frame(Pictures.face(0, 0));
  }

  private Tone check(Check.Item item) {
    return model.screen().checklist().stream()
        .filter(check -> check.item() == item)
        .findFirst()
        .orElseThrow()
        .tone();
  }

  @Nested
  class Saying_who {
    @Test
    void anEmptyIdIsAskedForAgain() {
      model.editUserId("   ");
      model.next();
      assertThat(model.screen().step()).isEqualTo(new Who(true));
    }

    @Test
    void anIdOfMoreThanAHundredCharactersIsNotTaken() {
      model.editUserId("x".repeat(101));
      model.next();
      assertThat(model.screen().step()).isEqualTo(new Who(true));
    }

    @Test
    void theComplaintGoesAwayAsSoonAsTheIdIsGood() {
      model.next();
      model.editUserId("E-1024");
      assertThat(model.screen().step()).isEqualTo(new Who(false));
    }

    @Test
    void aKnownPersonIsShownWithTheirName() {
      desk.people.put("E-1024", new People.Person("E-1024", "Ada", FakeDesk.START));
      model.editUserId("E-1024");
      assertThat(model.screen().known()).isNotNull();
      assertThat(model.screen().personName()).isEqualTo("Ada");
      model.editUserId("E-10");
      assertThat(model.screen().known()).isNull();
    }
  }

  @Nested
  class Before_the_start {
    @Test
    void framesGuideAndCountForNothing() {
      reachReady();
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
      assertThat(model.screen().marks()).isNotNull();
      assertThat(desk.sessions.requests).isEmpty();
    }

    @Test
    void anEmptyPictureAsksForAFace() {
      desk.sees(Pictures::nobody);
      reachReady();
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("guidance.NO_FACE");
      assertThat(check(Check.Item.ONE_FACE)).isEqualTo(Tone.ADVICE);
      assertThat(check(Check.Item.EYES)).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void theWorstComponentIsNamedAndItsLineAsksForAttention() {
      desk.sees(frame -> Pictures.seen(frame, 0, 95, Map.of(QualityComponent.SHARPNESS, 20)));
      reachReady();
      frame();
      assertThat(model.screen().worst()).isEqualTo(QualityComponent.SHARPNESS);
      assertThat(model.screen().prompt().key()).isEqualTo("guidance.HOLD_STILL");
      assertThat(check(Check.Item.SHARPNESS)).isEqualTo(Tone.ADVICE);
      assertThat(check(Check.Item.LIGHT)).isEqualTo(Tone.GOOD);
    }

    @Test
    void everyFrameReachesThePreviewEvenIfNothingIsAnalysed() {
      List<Frame> drawn = new ArrayList<>();
      model.previewTo(drawn::add);
      frame();
      frame();
      assertThat(drawn).hasSize(2);
    }

    @Test
    void escapeLeadsBackToThePersonAndKeepsWhatWasEntered() {
      reachReady();
      model.back();
      assertThat(model.screen().step()).isInstanceOf(Who.class);
      assertThat(model.screen().userId()).isEqualTo("E-1024");
    }
  }

  @Nested
  class While_capturing {
    @Test
    void aSessionIsOpenedForThePersonAndNamesItsSource() {
      startCapture();
      EnrollmentRequest request = desk.sessions.requests.getFirst();
      assertThat(request.userId()).isEqualTo("E-1024");
      assertThat(request.source()).isEqualTo("camera");
      assertThat(model.screen().attempt()).isEqualTo(1);
    }

    @Test
    void theSessionsWordBecomesSentenceAndChecklist() {
      startCapture();
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("guidance.BLINK");
      assertThat(check(Check.Item.BLINK)).isEqualTo(Tone.ACTION);
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.TURN_HEAD, 1, 0, 2, 1));
      frame();
      assertThat(check(Check.Item.BLINK)).isEqualTo(Tone.GOOD);
      assertThat(check(Check.Item.HEAD_MOVEMENT)).isEqualTo(Tone.ACTION);
    }

    @Test
    void picturesAppearAsTheyAreKeptAndGoWhenTheSessionStartsAfresh() {
      startCapture();
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.HOLD_ON, 1, 1, 20, 1));
      frame();
      frame();
      assertThat(model.screen().portraits()).hasSize(1);
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 21, 0));
      frame();
      assertThat(model.screen().portraits()).isEmpty();
    }

    @Test
    void theSecondsLeftFollowTheFramesThatAreUsedUp() {
      startCapture();
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.HOLD_ON, 1, 1, 90, 2));
      frame();
      assertThat(model.screen().step()).isEqualTo(new Capturing(2, 3, 1, 3));
    }

    @Test
    void escapeCancelsTheSessionAndLeadsBackToGuidance() {
      startCapture();
      model.back();
      assertThat(desk.sessions.cancelled).hasSize(1);
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
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
    void aFailureInsideIsShownWithItsCodeAndEndsTheAttempt() {
      startCapture();
      desk.sessions.answer(frame -> {
        throw new IllegalStateException("broken by the test");
      });
      frame();
      FaultReport fault = model.screen().fault();
      assertThat(fault).isNotNull();
      assertThat(fault.code()).isEqualTo(ErrorCode.INTERNAL);
      assertThat(fault.correlationId()).hasSize(10);
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
      model.next();
      assertThat(model.screen().fault()).isNull();
    }

    @Test
    void aRefusalToOpenASessionIsShown() {
      desk.sessions.refuse(ErrorCode.TOO_MANY_SESSIONS);
      startCapture();
      assertThat(model.screen().fault()).isNotNull();
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
    }

    @Test
    void timeRunsOutEvenWhenNoFrameComes() {
      startCapture();
      desk.sessions.expireWith(FakeDesk.refused(Outcome.Reason.EXPIRED));
      model.tick();
      assertThat(model.screen().step()).isInstanceOf(Capturing.class);
      desk.clockAt(FakeDesk.START.plusSeconds(300));
      model.tick();
      assertThat(model.screen().step()).isEqualTo(new Finished(new Ending.Refused("EXPIRED")));
    }
  }

  @Nested
  class A_recording {
    @Test
    void guidesFirstAndIsPlayedOnceForTheSession() {
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
      assertThat(desk.feeds.present().analysis().pass()).isEqualTo(Pass.GUIDANCE);
      startCapture();
      assertThat(desk.feeds.present().analysis().pass()).isEqualTo(Pass.CAPTURE);
    }

    @Test
    void framesStillInHandFromTheGuidanceDoNotReachTheSession() {
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
      FakeFeeds.Analysis guiding = desk.feeds.present().analysis();
      startCapture();
      guiding.frames().accept(Pictures.face(4000, 0));
      assertThat(desk.sessions.frames).isEmpty();
    }

    @Test
    void framesStillInHandFromAStoppedSessionDoNotReachTheNextOne() {
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
      startCapture();
      FakeFeeds.Analysis stopped = desk.feeds.present().analysis();
      model.retake();
      model.next();
      stopped.frames().accept(Pictures.face(4000, 0));
      assertThat(desk.sessions.frames).isEmpty();
    }

    @Test
    void thatEndsTooEarlyEndsTheAttempt() {
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
      startCapture();
      desk.feeds.present().analysis().ended().run();
      assertThat(model.screen().step())
          .isEqualTo(new Finished(new Ending.Refused("RECORDING_ENDED")));
      assertThat(desk.sessions.cancelled).hasSize(1);
      model.next();
      assertThat(desk.feeds.present().analysis().pass()).isEqualTo(Pass.GUIDANCE);
    }

    @Test
    void thatEndsAfterTheEnrollmentChangesNothingAboutIt() {
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
      startCapture();
      answerWith(FakeDesk.enrolled("E-1024"));
      frame();
      desk.feeds.present().analysis().ended().run();
      assertThat(((Finished) model.screen().step()).ending()).isInstanceOf(Ending.Enrolled.class);
      assertThat(desk.sessions.cancelled).isEmpty();
    }
  }

  @Nested
  class At_the_end {
    @Test
    void anEnrolledPersonIsShownAndTheirNameKept() {
      model.editName("Ada Lovelace");
      startCapture();
      answerWith(FakeDesk.enrolled("E-1024"));
      frame();
      assertThat(model.screen().step())
          .isEqualTo(new Finished(new Ending.Enrolled("E-1024", 0.87, 64, 6.4, FakeDesk.START)));
      assertThat(desk.people)
          .containsEntry("E-1024", new People.Person("E-1024", "Ada Lovelace", FakeDesk.START));
    }

    @Test
    void theNextPersonStartsWithEmptyFields() {
      startCapture();
      answerWith(FakeDesk.enrolled("E-1024"));
      frame();
      model.next();
      EnrollScreen screen = model.screen();
      assertThat(screen.step()).isEqualTo(new Who(false));
      assertThat(screen.userId()).isEmpty();
      assertThat(screen.portraits()).isEmpty();
      assertThat(screen.attempt()).isZero();
    }

    @Test
    void aRefusalSaysWhyAndSpaceLeadsToTheNextAttempt() {
      startCapture();
      answerWith(FakeDesk.refused(Outcome.Reason.DUPLICATE_FACE));
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("reason.DUPLICATE_FACE");
      model.next();
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
      assertThat(model.screen().userId()).isEqualTo("E-1024");
    }

    @Test
    void framesAfterTheEndAreNotJudged() {
      startCapture();
      answerWith(FakeDesk.enrolled("E-1024"));
      frame();
      frame();
      assertThat(desk.sessions.frames).hasSize(1);
      assertThat(model.screen().marks()).isNull();
    }
  }

  @Nested
  class Without_a_camera {
    @Test
    void itSaysWhyAndStartsNothing() {
      desk.feeds.broken(true);
      model.refreshCamera();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Absent.class);
      reachReady();
      model.next();
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.camera.absent");
    }

    @Test
    void refreshFindsItAgain() {
      desk.feeds.broken(true);
      model.refreshCamera();
      desk.feeds.broken(false);
      model.refreshCamera();
      assertThat(model.screen().camera())
          .isEqualTo(new CameraState.Live(CameraState.Kind.CAMERA, "Front camera"));
    }

    @Test
    void thePracticeCameraStandsInAndIsNamedInTheRecord() {
      desk.feeds.broken(true);
      model.refreshCamera();
      model.usePracticeCamera();
      assertThat(model.screen().camera())
          .isEqualTo(new CameraState.Live(CameraState.Kind.PRACTICE, "Practice camera"));
      startCapture();
      assertThat(desk.sessions.requests.getFirst().source()).isEqualTo("practice");
    }

    @Test
    void fromThePracticeCameraThereIsAWayBack() {
      model.usePracticeCamera();
      assertThat(model.screen().standIn()).isTrue();
      model.refreshCamera();
      assertThat(model.screen().standIn()).isFalse();
    }

    @Test
    void unpluggedDuringACaptureTheSessionIsCancelled() {
      startCapture();
      desk.feeds.present().lose();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Absent.class);
      assertThat(model.screen().step()).isInstanceOf(Ready.class);
      assertThat(desk.sessions.cancelled).hasSize(1);
    }

    @Test
    void pluggedInAgainItIsBackByItself() {
      reachReady();
      desk.feeds.present().lose();
      desk.feeds.present().comeBack();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Live.class);
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
    }
  }

  @Test
  void closingLetsCameraAndSessionGo() {
    startCapture();
    model.close();
    assertThat(desk.feeds.present().closed()).isTrue();
    assertThat(desk.sessions.cancelled).hasSize(1);
  }
}
