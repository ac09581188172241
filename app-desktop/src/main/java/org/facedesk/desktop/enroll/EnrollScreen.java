package org.facedesk.desktop.enroll;

import org.facedesk.desktop.capture.CaptureScreen;
import org.facedesk.desktop.capture.Prompt;

/**
 * All there is to draw at one moment.
 *
 * @param prompt the one sentence: the step's own, or the capture's
 * @param attempt how often capture was started for this person
 */
public record EnrollScreen(
    CaptureScreen capture, EnrollStep step, WhoSheet who, Prompt prompt, int attempt) {

  /** What the window's title says. */
  public EnrollStep.Title title() {
    return switch (step) {
      case EnrollStep.Who who -> EnrollStep.Title.WHO;
      case EnrollStep.AtCamera at ->
          capture.phase() == CaptureScreen.Phase.IDLE
              ? EnrollStep.Title.READY
              : EnrollStep.Title.CAPTURING;
      case EnrollStep.Reviewing reviewing -> EnrollStep.Title.REVIEW;
      case EnrollStep.Finished(EnrollStep.Ending.Enrolled enrolled) -> EnrollStep.Title.ENROLLED;
      case EnrollStep.Finished(EnrollStep.Ending.Refused refused) -> EnrollStep.Title.REFUSED;
    };
  }
}
