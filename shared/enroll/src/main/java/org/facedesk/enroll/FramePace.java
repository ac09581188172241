package org.facedesk.enroll;

import org.facedesk.engine.liveness.LivenessTracker;

/**
 * Whether frames come too seldom for a face to be followed from one to the next: then no proof of
 * life can be completed, whatever the person does. One late frame alone says nothing.
 */
final class FramePace {
  private static final int FRAMES = 10;

  private long lastMillis = -1;
  private int sinceGap = FRAMES;
  private int slow;

  void tick(long millis) {
    boolean gap = lastMillis >= 0 && millis - lastMillis > LivenessTracker.LONGEST_GAP_MILLIS;
    lastMillis = millis;
    slow = Math.max(0, slow - 1);
    if (gap) {
      slow = sinceGap < FRAMES ? FRAMES : slow;
      sinceGap = 0;
    } else {
      sinceGap = Math.min(FRAMES, sinceGap + 1);
    }
  }

  boolean tooSlow() {
    return slow > 0;
  }
}
