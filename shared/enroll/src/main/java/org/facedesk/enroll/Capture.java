package org.facedesk.enroll;

import java.util.List;
import org.facedesk.engine.Template;

/** What a capture came to after a frame. */
public sealed interface Capture {
  /** It goes on. */
  record Going(Feedback feedback) implements Capture {}

  /**
   * All that was asked for was shown.
   *
   * @param samples the frames that were fused, in order of time
   * @param probe their fused template
   * @param quality worst sample's quality, 0..1
   * @param spread largest distance of a sample's template from the fused one
   */
  record Captured(
      Outcome.Summary summary, List<Sample> samples, Template probe, double quality, double spread)
      implements Capture {}

  /** It cannot succeed any more. */
  record GaveUp(Outcome.Summary summary, Outcome.Reason reason) implements Capture {}
}
