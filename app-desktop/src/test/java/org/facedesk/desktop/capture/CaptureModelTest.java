package org.facedesk.desktop.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.desktop.capture.CameraFeeds.Pass;
import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Camera and capture without a toolkit: every thread is the test's own. */
class CaptureModelTest {
  private final FakeDesk desk = new FakeDesk();
  private final CaptureModel model = desk.model();
  private final List<String> heard = new ArrayList<>();

  CaptureModelTest() {
    model.open(new SourceSpec.Device("0"));
  }

  private void begin() {
    new HeardSitting(heard).begin(desk, model);
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
  class Before_the_start {
    @Test
    void framesGuideAndCountForNothing() {
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
      assertThat(model.screen().marks()).isNotNull();
      assertThat(desk.sessions.authentications).isEmpty();
    }

    @Test
    void anEmptyPictureAsksForAFace() {
      desk.sees(Pictures::nobody);
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("guidance.NO_FACE");
      assertThat(check(Check.Item.ONE_FACE)).isEqualTo(Tone.ADVICE);
      assertThat(check(Check.Item.EYES)).isEqualTo(Tone.NEUTRAL);
    }

    @Test
    void theWorstComponentIsNamedAndItsLineAsksForAttention() {
      desk.sees(frame -> Pictures.seen(frame, 0, 95, Map.of(QualityComponent.SHARPNESS, 20)));
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
  }

  @Nested
  class While_it_runs {
    @Test
    void theSessionsWordBecomesSentenceAndChecklist() {
      begin();
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
      begin();
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
    void itsPicturesAreForgottenWhenAnotherScreenIsComeTo() {
      begin();
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.HOLD_ON, 1, 1, 20, 1));
      frame();
      model.forgetPictures();
      assertThat(model.screen().portraits()).hasSize(1);
      desk.feeds.present().lose();
      model.forgetPictures();
      assertThat(model.screen().portraits()).isEmpty();
    }

    @Test
    void theSecondsLeftFollowTheFramesThatAreUsedUp() {
      begin();
      desk.sessions.answer(
          frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.HOLD_ON, 1, 1, 90, 2));
      frame();
      assertThat(model.screen().secondsLeft()).isEqualTo(3);
      assertThat(model.screen().samples()).isEqualTo(2);
      assertThat(model.screen().target()).isEqualTo(3);
    }

    @Test
    void stoppingCancelsTheSessionAndGuidesAgain() {
      begin();
      model.stop();
      assertThat(desk.sessions.cancelled).hasSize(1);
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
      assertThat(heard).isEmpty();
    }

    @Test
    void aFailureInsideIsShownWithItsCodeAndEndsTheAttempt() {
      begin();
      desk.sessions.answer(frame -> {
        throw new IllegalStateException("broken by the test");
      });
      frame();
      FaultReport fault = model.screen().fault();
      assertThat(fault).isNotNull();
      assertThat(fault.code()).isEqualTo(ErrorCode.INTERNAL);
      assertThat(fault.correlationId()).hasSize(10);
      assertThat(heard).containsExactly("interrupted");
      model.dismissFault();
      assertThat(model.screen().fault()).isNull();
    }

    @Test
    void aRefusalToOpenASessionIsShown() {
      desk.sessions.refuse(ErrorCode.TOO_MANY_SESSIONS);
      begin();
      assertThat(model.screen().fault()).isNotNull();
      assertThat(model.screen().phase()).isEqualTo(Phase.IDLE);
      assertThat(heard).containsExactly("interrupted");
    }

    @Test
    void timeRunsOutEvenWhenNoFrameComes() {
      begin();
      desk.sessions.expireWith(FakeDesk.refused(Outcome.Reason.EXPIRED));
      model.tick();
      assertThat(heard).isEmpty();
      desk.clockAt(FakeDesk.START.plusSeconds(300));
      model.tick();
      assertThat(heard).containsExactly("over");
    }

    @Test
    void whatWaitsIsHandedOverAndFramesGuideAgain() {
      begin();
      desk.sessions.answer(frame -> FakeDesk.pending());
      frame();
      assertThat(heard).containsExactly("captured");
      assertThat(model.busy()).isFalse();
      frame();
      assertThat(desk.sessions.frames).hasSize(1);
      assertThat(desk.sessions.cancelled).isEmpty();
    }
  }

  @Nested
  class A_recording {
    private void open() {
      desk.signIn(Role.ADMINISTRATOR);
      model.open(new SourceSpec.Replay(Path.of("clip.mp4")));
    }

    @Test
    void guidesFirstAndIsPlayedOnceForTheSession() {
      open();
      assertThat(desk.feeds.present().analysis().pass()).isEqualTo(Pass.GUIDANCE);
      begin();
      assertThat(desk.feeds.present().analysis().pass()).isEqualTo(Pass.CAPTURE);
    }

    @Test
    void framesStillInHandFromTheGuidanceDoNotReachTheSession() {
      open();
      FakeFeeds.Analysis guiding = desk.feeds.present().analysis();
      begin();
      guiding.frames().accept(Pictures.face(4000, 0));
      assertThat(desk.sessions.frames).isEmpty();
    }

    @Test
    void framesStillInHandFromAStoppedSessionDoNotReachTheNextOne() {
      open();
      begin();
      FakeFeeds.Analysis stopped = desk.feeds.present().analysis();
      model.stop();
      begin();
      stopped.frames().accept(Pictures.face(4000, 0));
      assertThat(desk.sessions.frames).isEmpty();
    }

    @Test
    void thatEndsTooEarlyEndsTheAttempt() {
      open();
      begin();
      desk.feeds.present().analysis().ended().run();
      assertThat(heard).containsExactly("recording ended");
      assertThat(desk.sessions.cancelled).hasSize(1);
    }
  }

  @Nested
  class Without_a_camera {
    @Test
    void itSaysWhyAndStartsNothing() {
      desk.feeds.broken(true);
      model.refreshCamera();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Absent.class);
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.camera.absent");
      begin();
      assertThat(desk.sessions.authentications).isEmpty();
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
    void unpluggedDuringACaptureTheSessionIsCancelled() {
      begin();
      desk.feeds.present().lose();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Absent.class);
      assertThat(desk.sessions.cancelled).hasSize(1);
      assertThat(heard).containsExactly("interrupted");
    }

    @Test
    void pluggedInAgainItIsBackByItself() {
      desk.feeds.present().lose();
      desk.feeds.present().comeBack();
      assertThat(model.screen().camera()).isInstanceOf(CameraState.Live.class);
      frame();
      assertThat(model.screen().prompt().key()).isEqualTo("prompt.ready");
    }
  }

  @Nested
  class A_source_that_the_settings_name {
    @Test
    void isOpenedAtOnceAndRecordedAsWhatItIs() {
      desk.signIn(Role.ADMINISTRATOR);
      desk.feeds.name(new SourceSpec.Practice());
      assertThat(model.source()).isEqualTo("practice");
      assertThat(model.screen().standIn()).isFalse();
      assertThat(model.screen().camera())
          .isEqualTo(new CameraState.Live(CameraState.Kind.PRACTICE, "Practice camera"));
      desk.feeds.name(new SourceSpec.Device("1"));
      assertThat(model.source()).isEqualTo("camera");
    }

    @Test
    void isNotForAnOperatorInEarnestIfItIsNoCamera() {
      desk.feeds.name(new SourceSpec.Replay(Path.of("clip.mp4")));
      assertThat(model.screen().permitted()).isFalse();
      begin();
      assertThat(desk.sessions.authentications).isEmpty();
    }

    @Test
    void isOpenedByNobodyWhoHasClosed() {
      model.close();
      int before = desk.feeds.opened.size();
      desk.feeds.name(new SourceSpec.Practice());
      assertThat(desk.feeds.opened).hasSize(before);
    }
  }

  @Test
  void whatWaitsAsPracticeBeginsIsCancelledWhereItWasBegun() {
    Deque<Runnable> work = new ArrayDeque<>();
    Deque<Runnable> ui = new ArrayDeque<>();
    CaptureModel late = new CaptureModel(desk.services(), new Background(work::add, ui::add));
    late.open(new SourceSpec.Device("0"));
    settle(work, ui);
    new HeardSitting(heard).begin(desk, late);
    settle(work, ui);
    desk.sessions.answer(frame -> FakeDesk.pending());
    frame();
    late.practise(true); // before the window hears that it was captured
    settle(work, ui);
    assertThat(late.practice()).isTrue();
    assertThat(heard).containsExactly("interrupted");
    assertThat(desk.sessions.cancelled).hasSize(1);
    assertThat(desk.practised.cancelled).isEmpty();
  }

  /** Both threads do what there is to do, the window's last. */
  private static void settle(Deque<Runnable> work, Deque<Runnable> ui) {
    while (!work.isEmpty() || !ui.isEmpty()) {
      (work.isEmpty() ? ui : work).remove().run();
    }
  }

  @Test
  void closingLetsCameraAndSessionGo() {
    begin();
    model.close();
    assertThat(desk.feeds.present().closed()).isTrue();
    assertThat(desk.sessions.cancelled).hasSize(1);
  }
}
