package org.facedesk.desktop.enroll;

import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.Prompt;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.enroll.Review;
import org.jspecify.annotations.Nullable;

/** The one sentence for each step. */
final class Prompts {
  private Prompts() {}

  static Prompt of(CaptureScreen camera, EnrollStep step) {
    return switch (step) {
      case EnrollStep.Who(EnrollStep.Trouble trouble) ->
          trouble == EnrollStep.Trouble.CONSENT
              ? new Prompt("enroll.prompt.consent", Tone.ACTION)
              : new Prompt("prompt.who", Tone.NEUTRAL);
      case EnrollStep.AtCamera at -> camera.prompt();
      case EnrollStep.Reviewing(ReviewSheet sheet) -> review(sheet.review());
      case EnrollStep.Finished(Ending.Enrolled enrolled) ->
          new Prompt(
              enrolled.receipt().practice() ? "enroll.prompt.practised" : "prompt.enrolled",
              Tone.GOOD);
      case EnrollStep.Finished(Ending.Refused(String reason)) ->
          new Prompt("reason." + reason, Tone.BAD);
    };
  }

  private static Prompt review(@Nullable Review review) {
    if (review == null) {
      return new Prompt("enroll.prompt.lookup", Tone.NEUTRAL);
    }
    return review.needsSupervisor()
        ? new Prompt("enroll.prompt.supervisor", Tone.ADVICE)
        : new Prompt("enroll.prompt.review", Tone.ACTION);
  }
}
