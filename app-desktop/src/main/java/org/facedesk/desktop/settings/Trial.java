package org.facedesk.desktop.settings;

import org.facedesk.desktop.ui.FaultReport;

/** How a test of a camera or of a database goes. */
public sealed interface Trial {
  /** Nothing is tried. */
  record Idle() implements Trial {}

  /** It takes a moment. */
  record Running() implements Trial {}

  /**
   * It works.
   *
   * @param found what was found: a picture's size, a database's name
   */
  record Good(String found) implements Trial {}

  /** It does not. */
  record Bad(FaultReport why) implements Trial {}
}
