package org.facedesk.protocol;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client may draw over its own picture.
 *
 * @param faceBbox x1, y1, x2, y2 in pixels of the frame that was sent
 * @param landmarks x, y of each point of the face mesh
 * @param quality 0..100 for each component that could be assessed
 */
public record VisualData(
    @Nullable List<Double> faceBbox,
    @Nullable List<List<Double>> landmarks,
    LivenessIndicators livenessIndicators,
    @Nullable Pose headPose,
    Map<String, Integer> quality) {

  /**
   * @param ear eye aspect ratio, mean of both eyes; absent without a face
   */
  public record LivenessIndicators(
      @Nullable Double ear,
      int blinks,
      boolean blinkVerified,
      boolean motionVerified,
      double motionScore,
      int motionEvents,
      int frameCounter) {}

  /** Degrees. */
  public record Pose(double yaw, double pitch, double roll) {}
}
