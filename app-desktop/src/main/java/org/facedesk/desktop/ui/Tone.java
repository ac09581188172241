package org.facedesk.desktop.ui;

/**
 * How something is meant. Colour shows it, and never alone: each place also has an icon, a word or
 * a stroke that differs.
 */
public enum Tone {
  NEUTRAL,
  /** Something to do now, and nothing is wrong. */
  ACTION,
  /** Something to mend. */
  ADVICE,
  GOOD,
  BAD
}
