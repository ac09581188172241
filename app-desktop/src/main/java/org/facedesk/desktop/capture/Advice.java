package org.facedesk.desktop.capture;

import org.facedesk.desktop.capture.CaptureScreen.Phase;
import org.facedesk.desktop.ui.Tone;
import org.facedesk.engine.quality.Guidance;
import org.jspecify.annotations.Nullable;

/** The one sentence for each situation of a capture. */
final class Advice {
  private static final Prompt STARTING = new Prompt("prompt.starting", Tone.NEUTRAL);

  private Advice() {}

  static Prompt of(CameraState camera, boolean permitted, Phase phase, @Nullable Sight sight) {
    return switch (phase) {
      case STARTING -> STARTING;
      case RUNNING -> sight == null ? STARTING : said(sight.guidance());
      case IDLE -> beforeStart(camera, permitted, sight);
    };
  }

  private static Prompt beforeStart(CameraState camera, boolean permitted, @Nullable Sight sight) {
    if (!(camera instanceof CameraState.Live)) {
      return new Prompt(
          camera instanceof CameraState.Opening ? "prompt.opening" : "prompt.camera.absent",
          Tone.NEUTRAL);
    }
    if (!permitted) {
      return new Prompt("enroll.practice.only", Tone.ADVICE);
    }
    if (sight == null) {
      return new Prompt("prompt.opening", Tone.NEUTRAL);
    }
    return sight.guidance() == Guidance.HOLD_ON
        ? new Prompt("prompt.ready", Tone.GOOD)
        : said(sight.guidance());
  }

  private static Prompt said(Guidance guidance) {
    Tone tone =
        switch (guidance) {
          case HOLD_ON -> Tone.GOOD;
          case BLINK, TURN_HEAD, LOOK_STRAIGHT, SHOW_LEFT, SHOW_RIGHT, SHOW_UP -> Tone.ACTION;
          default -> Tone.ADVICE;
        };
    return new Prompt("guidance." + guidance.name(), tone);
  }
}
