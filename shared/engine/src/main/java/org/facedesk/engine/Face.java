package org.facedesk.engine;

import java.util.List;

/**
 * One face, measured.
 *
 * @param score detector's score, 0..1; while tracking, the last detection's
 * @param box detector's box; while tracking, derived from the landmarks
 * @param keypoints six detector points: right eye, left eye, nose tip, mouth, right ear, left ear
 * @param presence mesh model's confidence that there is a face, 0..1
 * @param crop 64 x 64 grey picture of the face aligned by its eyes, row by row: small enough to
 *     keep for comparing frames
 */
public record Face(
    double score,
    Box box,
    List<Point> keypoints,
    Landmarks landmarks,
    double presence,
    Eyes eyes,
    HeadPose pose,
    byte[] crop) {
  public static final int CROP_SIZE = 64;
}
