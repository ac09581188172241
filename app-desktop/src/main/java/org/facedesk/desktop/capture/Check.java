package org.facedesk.desktop.capture;

import org.facedesk.desktop.ui.Tone;

/**
 * A line of the checklist and where it stands: GOOD, ACTION or ADVICE (what is asked for now), or
 * NEUTRAL (open).
 */
public record Check(Item item, Tone tone) {
  /** The lines, from top to bottom. */
  public enum Item {
    ONE_FACE,
    CENTRED,
    DISTANCE,
    LIGHT,
    SHARPNESS,
    POSE,
    EYES,
    BLINK,
    HEAD_MOVEMENT
  }
}
