package org.facedesk.attack;

import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;

/**
 * Whether the landmarks alone say that a head turned: three frames at least twelve degrees from the
 * straightest one so far. Tells how many photographs would pass if the pixels were not asked, and
 * in which recordings there is a turn to be found.
 */
final class ClaimedTurn {
  private static final double TURN = 12;
  private static final double REST = 6;
  private static final double FRONTAL = 20;
  private static final double STRAIGHTER = 2;
  private static final int FRAMES = 3;

  private double straightest = FRONTAL + STRAIGHTER;
  private double yaw;
  private double pitch;
  private int turned;
  private boolean seen;

  void add(Face face) {
    HeadPose pose = face.pose();
    double off = Math.hypot(pose.yaw(), pose.pitch());
    if (off < straightest - STRAIGHTER) {
      straightest = off;
      yaw = pose.yaw();
      pitch = pose.pitch();
      turned = 0;
      return;
    }
    if (straightest > FRONTAL) {
      return;
    }
    double angle = Math.hypot(pose.yaw() - yaw, pose.pitch() - pitch);
    turned = angle <= REST ? 0 : angle >= TURN ? turned + 1 : turned;
    seen |= turned >= FRAMES;
  }

  boolean seen() {
    return seen;
  }
}
