package org.facedesk.engine.torch;

import org.facedesk.engine.Eyes;
import org.facedesk.engine.Landmarks;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * How far the eyes are open. The iris model knows right eyes only, so the left one is shown to it
 * in a mirror; both go through in one batch.
 */
final class EyeModel implements AutoCloseable {
  private static final int SIDE = 64;
  private static final int CONTOUR = 71;
  private static final int[] RIGHT = {33, 160, 158, 133, 153, 144};
  private static final int[] LEFT = {362, 385, 387, 263, 373, 380};

  private final PackedModel model;

  EyeModel(Models models) {
    model = PackedModel.load(models, ModelRole.IRIS, SIDE);
  }

  Eyes measure(Picture picture, Landmarks face) {
    CropBatch batch = new CropBatch(2, SIDE);
    Roi.aroundEye(face, Landmarks.RIGHT_EYE_OUTER, Landmarks.RIGHT_EYE_INNER)
        .draw(picture, 0, batch.slot(0));
    Roi.aroundEye(face, Landmarks.LEFT_EYE_OUTER, Landmarks.LEFT_EYE_INNER)
        .drawMirrored(picture, 0, batch.slot(1));
    float[] contours = model.run(batch)[0];
    return new Eyes(
        openness(contours, 0),
        openness(contours, 3 * CONTOUR),
        aspectRatio(face, RIGHT),
        aspectRatio(face, LEFT));
  }

  /**
   * Lid gap over eye width. Contour points 0 to 8 are the lower lid with both corners, 9 to 14 the
   * upper lid; the middle ones of each lid are averaged.
   */
  private static double openness(float[] contours, int at) {
    double upperX = mean(contours, at, 10, 13);
    double upperY = mean(contours, at + 1, 10, 13);
    double lowerX = mean(contours, at, 2, 6);
    double lowerY = mean(contours, at + 1, 2, 6);
    double width =
        Math.hypot(contours[at] - contours[at + 24], contours[at + 1] - contours[at + 25]);
    return Math.hypot(upperX - lowerX, upperY - lowerY) / width;
  }

  private static double mean(float[] values, int at, int first, int last) {
    double sum = 0;
    for (int i = first; i <= last; i++) {
      sum += values[at + 3 * i];
    }
    return sum / (last - first + 1);
  }

  /** Eye aspect ratio of the mesh's own lids (Soukupová and Čech 2016), in image pixels. */
  private static double aspectRatio(Landmarks face, int[] p) {
    double height =
        face.point(p[1]).distanceTo(face.point(p[5]))
            + face.point(p[2]).distanceTo(face.point(p[4]));
    return height / (2 * face.point(p[0]).distanceTo(face.point(p[3])));
  }

  int nativeArrays() {
    return model.nativeArrays();
  }

  @Override
  public void close() {
    model.close();
  }
}
