package org.facedesk.attack;

import java.util.Locale;

/** What somebody does with a photograph. */
public enum Species {
  /** On a tripod, or in a hand that trembles. */
  STILL(32),
  /** Moved, turned in its plane, brought closer and away, fast or slowly; always facing ahead. */
  SHAKEN(32),
  /** Turned about any axis by up to {@link Handling#STEEPEST} degrees, perhaps shaken as well. */
  TILTED(44),
  /** Tilted, and bent to a cylinder about any axis, to or fro, more or less over time. */
  BENT(44);

  private final int frames;

  Species(int frames) {
    this.frames = frames;
  }

  /** Frames of the shortest sequence; the longest has a quarter more. */
  int leastFrames() {
    return frames;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
