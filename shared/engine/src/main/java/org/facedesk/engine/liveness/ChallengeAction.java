package org.facedesk.engine.liveness;

import java.util.Locale;

/** What a person may be asked to do. Left and right are the person's own. */
public enum ChallengeAction {
  TURN_LEFT,
  TURN_RIGHT,
  LOOK_UP;

  /** A movement counts for a direction when it goes there so many times further than aside. */
  private static final double DOMINANT = 1.5;

  /** The action's name on the wire: lower case with underscores. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this rotation is what was asked for. */
  boolean shownBy(Rotation rotation) {
    double aside = Math.abs(rotation.yaw());
    double upright = Math.abs(rotation.pitch());
    return switch (this) {
      case TURN_LEFT -> rotation.yaw() < 0 && aside >= DOMINANT * upright;
      case TURN_RIGHT -> rotation.yaw() > 0 && aside >= DOMINANT * upright;
      case LOOK_UP -> rotation.pitch() < 0 && upright >= DOMINANT * aside;
    };
  }
}
