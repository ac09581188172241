package org.facedesk.capture.practice;

/** What the practice head does, over and over, never twice in exactly the same way. */
public enum Choreography {
  /**
   * Looks, blinks, turns to both sides, nods: all that an enrollment asks for, in eight seconds.
   */
  FULL(true, true),
  /** Turns and nods with open eyes. */
  WITHOUT_BLINK(false, true),
  /** Blinks and otherwise looks ahead. */
  WITHOUT_MOTION(true, false),
  /** Looks ahead; only sways as anybody does. */
  STILL(false, false),
  /** Looks ahead for two seconds, then for two seconds a little aside, with open eyes. */
  TWO_POSES(false, false);

  private final boolean blinks;
  private final boolean turns;

  Choreography(boolean blinks, boolean turns) {
    this.blinks = blinks;
    this.turns = turns;
  }

  boolean blinks() {
    return blinks;
  }

  boolean turns() {
    return turns;
  }
}
