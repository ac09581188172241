package org.facedesk.desktop.capture;

import java.util.List;
import org.facedesk.admin.DeskSession;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;

/**
 * Writes down what it is told.
 *
 * @param heard a word for each call
 */
record HeardSitting(List<String> heard) implements Sitting {
  /** Begins to check who somebody is; the session asks for a blink. */
  void begin(FakeDesk desk, CaptureModel model) {
    desk.sessions.answer(
        frame -> FakeDesk.feedback(Pictures.good(frame), Guidance.BLINK, 0, 0, 1, 0));
    Workplace work = model.workplace();
    model.begin(
        new CaptureOrder(
            () -> work.check().begin(model.actor(), null, model.source(), false),
            work.check()::cancel),
        List.of(),
        this);
  }

  @Override
  public void captured(DeskSession session, Pending pending) {
    heard.add("captured");
  }

  @Override
  public void over(Outcome outcome) {
    heard.add("over");
  }

  @Override
  public void recordingEnded() {
    heard.add("recording ended");
  }

  @Override
  public void interrupted() {
    heard.add("interrupted");
  }
}
