package org.facedesk.desktop.enroll;

import org.facedesk.desktop.enroll.EnrollScreen.Prompt;
import org.facedesk.desktop.enroll.EnrollStep.Capturing;
import org.facedesk.desktop.enroll.EnrollStep.Ending;
import org.facedesk.desktop.enroll.EnrollStep.Finished;
import org.facedesk.desktop.enroll.EnrollStep.Ready;
import org.facedesk.desktop.enroll.EnrollStep.Starting;
import org.facedesk.desktop.enroll.EnrollStep.Who;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.quality.Guidance;
import org.jspecify.annotations.Nullable;

/** The one sentence for each situation. */
final class Prompts {
  Prompt of(CameraState camera, EnrollStep step, @Nullable Sight sight) {
    return switch (step) {
      case Finished(Ending.Enrolled enrolled) -> new Prompt("prompt.enrolled", Tone.GOOD);
      case Finished(Ending.Refused(String reason)) -> new Prompt("reason." + reason, Tone.BAD);
      case Who who -> new Prompt("prompt.who", Tone.NEUTRAL);
      case Starting starting -> new Prompt("prompt.starting", Tone.NEUTRAL);
      case Ready ready -> beforeStart(camera, sight);
      case Capturing capturing ->
          sight == null ? new Prompt("prompt.starting", Tone.NEUTRAL) : advice(sight.guidance());
    };
  }

  private static Prompt beforeStart(CameraState camera, @Nullable Sight sight) {
    if (!(camera instanceof CameraState.Live)) {
      return new Prompt(
          camera instanceof CameraState.Opening ? "prompt.opening" : "prompt.camera.absent",
          Tone.NEUTRAL);
    }
    if (sight == null) {
      return new Prompt("prompt.opening", Tone.NEUTRAL);
    }
    return sight.guidance() == Guidance.HOLD_ON
        ? new Prompt("prompt.ready", Tone.GOOD)
        : advice(sight.guidance());
  }

  private static Prompt advice(Guidance guidance) {
    Tone tone =
        switch (guidance) {
          case HOLD_ON -> Tone.GOOD;
          case BLINK, TURN_HEAD, LOOK_STRAIGHT -> Tone.ACTION;
          default -> Tone.ADVICE;
        };
    return new Prompt("guidance." + guidance.name(), tone);
  }
}
