package org.facedesk.engine;

import org.facedesk.core.Frame;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen in one frame.
 *
 * @param faces how many faces the newest detection found
 * @param face the one the camera is pointed at (by size, less so towards the edge), or null without
 *     a face
 * @param secondFaceArea area of the largest other face's box over this one's, 0..1; 0 without one
 * @param quality null exactly when there is no face
 * @param obstacles what stands in front of the face
 */
public record FrameAnalysis(
    Frame frame,
    int faces,
    @Nullable Face face,
    double secondFaceArea,
    @Nullable QualityReport quality,
    ObstacleReport obstacles) {

  /** Without a look for obstacles. */
  public FrameAnalysis(
      Frame frame,
      int faces,
      @Nullable Face face,
      double secondFaceArea,
      @Nullable QualityReport quality) {
    this(frame, faces, face, secondFaceArea, quality, ObstacleReport.NOT_ASSESSED);
  }

  public long timestampMillis() {
    return frame.timestampMillis();
  }
}
