package org.facedesk.engine.torch;

import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/** The 468 landmarks of one face, seen upright in a square of 192 pixels. */
final class FaceMesh implements AutoCloseable {
  private static final int SIDE = 192;

  private final PackedModel model;

  FaceMesh(Models models) {
    model = PackedModel.load(models, ModelRole.MESH, SIDE);
  }

  /**
   * @param presence 0..1, whether there was a face in the square at all
   */
  record Result(Landmarks landmarks, double presence) {}

  Result locate(Picture picture, Roi roi) {
    int halvings = Picture.halvings(roi.side(), SIDE);
    CropBatch batch = new CropBatch(1, SIDE);
    roi.draw(picture, halvings, batch.slot(0));
    float[][] result = model.run(batch);
    Affine toImage = roi.fromCrop(SIDE);
    double depth = roi.side() / SIDE;
    double[] xyz = new double[3 * Landmarks.COUNT];
    for (int i = 0; i < xyz.length; i += 3) {
      Point p = toImage.apply(result[0][i], result[0][i + 1]);
      xyz[i] = p.x();
      xyz[i + 1] = p.y();
      xyz[i + 2] = result[0][i + 2] * depth;
    }
    return new Result(new Landmarks(xyz), result[1][0]);
  }

  /** From a detection, in two passes: the second starts where the first one's landmarks are. */
  Result locate(Picture picture, Detection detection) {
    Result first = locate(picture, Roi.around(detection));
    return locate(picture, Roi.around(first.landmarks()));
  }

  int nativeArrays() {
    return model.nativeArrays();
  }

  @Override
  public void close() {
    model.close();
  }
}
