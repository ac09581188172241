package org.facedesk.desktop.enroll;

import org.facedesk.desktop.capture.CameraState;
import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.Prompt;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.enroll.Review;
import org.jspecify.annotations.Nullable;

/** The one sentence for each step. */
final class Prompts {
  private Prompts() {}

  static Prompt of(CaptureScreen camera, EnrollStep step, boolean agreed) {
    return switch (step) {
      case EnrollStep.Who(EnrollStep.Trouble trouble) -> who(camera, trouble, agreed);
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

  private static Prompt who(CaptureScreen camera, EnrollStep.Trouble trouble, boolean agreed) {
    if (camera.camera() instanceof CameraState.Absent) {
      return camera.prompt(); // nothing can be done before there is a picture
    }
    if (trouble == EnrollStep.Trouble.CONSENT) {
      return new Prompt("enroll.prompt.consent", Tone.ACTION);
    }
    return new Prompt(agreed ? "prompt.who" : "enroll.prompt.who", Tone.NEUTRAL);
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
