package org.facedesk.desktop.enroll;

import java.time.Instant;
import org.facedesk.admin.Role;
import org.facedesk.capture.SourceSpec;
import org.facedesk.desktop.capture.FakeDesk;
import org.facedesk.desktop.capture.Pictures;
import org.facedesk.desktop.ui.Background;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Review;

/** The screen without a toolkit, and the way to its steps: every thread is the test's own. */
abstract class EnrollmentsAtTheDesk {
  final FakeDesk desk = new FakeDesk();
  Instant now = FakeDesk.START;
  final EnrollViewModel model =
      new EnrollViewModel(
          FakeWindow.services(() -> now),
          desk.model(),
          new Background(Runnable::run, Runnable::run));

  EnrollmentsAtTheDesk() {
    model.capture().open(new SourceSpec.Device("0"));
  }

  void signIn(Role role) {
    desk.signIn(role);
  }

  void reachCamera() {
    model.editUserId("E-1024");
    model.agree(true);
    model.next();
  }

  void startCapture() {
    reachCamera();
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    model.next();
  }

  void reachReview(Review review) {
    desk.sessions.reviewed(review);
    startCapture();
    show();
  }

  /** All that was asked for is shown. */
  void show() {
    desk.sessions.answer(frame -> FakeDesk.pending());
    frame();
  }

  void frame() {
    desk.feeds.present().frame(Pictures.face(0, 0));
  }

  EnrollStep step() {
    return model.screen().step();
  }

  ReviewSheet sheet() {
    return ((EnrollStep.Reviewing) step()).sheet();
  }

  EnrollStep.Ending ending() {
    return ((EnrollStep.Finished) step()).ending();
  }
}
