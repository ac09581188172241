package org.facedesk.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * The mean frontal face that comes with the landmark model: its 468 points with the outer eye
 * corners at distance 1, x to the image's right, y down, z negative towards the camera.
 */
public final class MeanFace {
  private MeanFace() {}

  /**
   * @throws FacedeskException MODEL_MISSING or MODEL_CORRUPT
   */
  public static Landmarks read(Models models) {
    List<String> lines =
        new String(models.read(ModelRole.CANONICAL_MESH), StandardCharsets.US_ASCII)
            .lines()
            .skip(1)
            .toList();
    if (lines.size() != Landmarks.COUNT) {
      throw new FacedeskException(
          ErrorCode.MODEL_CORRUPT, "the canonical mesh has " + lines.size() + " points");
    }
    double[] xyz = new double[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      String[] cells = lines.get(i).split(",", -1);
      for (int k = 0; k < 3; k++) {
        xyz[3 * i + k] = Double.parseDouble(cells[k]);
      }
    }
    return new Landmarks(xyz);
  }
}
