package org.facedesk.engine;

import java.util.Locale;

/** Things that may stand between the camera and a face. */
public enum Obstacle {
  MASK,
  HAND,
  DARK_GLASSES,
  HAT;

  /** The obstacle's name on the wire: lower case with underscores. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
