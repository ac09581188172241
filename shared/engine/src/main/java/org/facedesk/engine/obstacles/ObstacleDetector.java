package org.facedesk.engine.obstacles;

import java.util.EnumMap;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.ObstacleReport;

/**
 * Looks for masks and dark glasses in one picture. Hands and hats are not assessed: what was tried
 * could not tell them from faces often enough, see {@code docs/quality.md}. Holds no state: one
 * instance serves any number of threads. Costs a fraction of a millisecond.
 */
public final class ObstacleDetector {
  /** Pixels between the eyes; below, nostrils and the line of the mouth are not resolved. */
  private static final double LEAST_EYE_DISTANCE = 25;

  /** Degrees to any side; beyond, one half of the face hides itself. */
  private static final double LARGEST_ANGLE = 30;

  /**
   * @return a confidence for each obstacle that this picture says something about
   */
  public ObstacleReport assess(Frame frame, Face face) {
    HeadPose pose = face.pose();
    boolean seen =
        face.landmarks().interEyeDistance() >= LEAST_EYE_DISTANCE
            && Math.abs(pose.yaw()) <= LARGEST_ANGLE
            && Math.abs(pose.pitch()) <= LARGEST_ANGLE;
    if (!seen) {
      return ObstacleReport.NOT_ASSESSED;
    }
    Skin skin = new Skin(frame, face.landmarks());
    Map<Obstacle, Double> confidence = new EnumMap<>(Obstacle.class);
    put(confidence, Obstacle.MASK, Mask.of(skin).logOdds());
    put(confidence, Obstacle.DARK_GLASSES, DarkGlasses.of(skin).logOdds());
    return new ObstacleReport(confidence);
  }

  private static void put(Map<Obstacle, Double> confidence, Obstacle obstacle, double logOdds) {
    if (!Double.isNaN(logOdds)) {
      confidence.put(obstacle, 1 / (1 + Math.exp(-logOdds)));
    }
  }
}
