package org.facedesk.desktop.capture;

import org.facedesk.admin.DeskSession;
import org.facedesk.desktop.ui.FaultReport;
import org.facedesk.enroll.Outcome;
import org.facedesk.enroll.Pending;

/**
 * Whoever had a capture begun, and is told on the UI thread what came of it: one of these, once.
 */
public interface Sitting {
  /** All was shown; the session waits for someone's word, and is this one's to keep. */
  void captured(DeskSession session, Pending pending);

  /** The session is over. */
  void over(Outcome outcome);

  /** A recording was played to its end before the session was over; it was cancelled. */
  void recordingEnded();

  /**
   * It came to nothing and counts for nothing: the camera went, another source, mode or screen was
   * chosen, or there was a fault, which the screen shows.
   */
  void interrupted();

  /** Whether this one says itself what went wrong at the beginning, so that nobody else has to. */
  default boolean tells(FaultReport fault) {
    return false;
  }
}
