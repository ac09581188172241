package org.facedesk.desktop.capture;

import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * What the newest analysed frame showed.
 *
 * @param feedback the session's word on it; null while no session runs
 */
record Sight(FrameAnalysis analysis, Guidance guidance, @Nullable Feedback feedback) {
  static Sight of(Feedback feedback) {
    return new Sight(feedback.analysis(), feedback.guidance(), feedback);
  }
}
