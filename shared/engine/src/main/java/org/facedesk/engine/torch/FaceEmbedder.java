package org.facedesk.engine.torch;

import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.facedesk.engine.Template;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * dlib's ResNet on dlib's aligned chip. The chip's geometry is dlib's {@code get_face_chip_details}
 * and {@code extract_image_chip} to the pixel, because the network was trained on exactly that.
 */
final class FaceEmbedder implements AutoCloseable {
  private static final int SIDE = 150;
  private static final double PADDING = 0.25;

  /** Mesh points at dlib's five: left eye outer, inner, right eye outer, inner, nose base. */
  private static final int[] MESH = {263, 362, 33, 133, 2};

  /** dlib's mean face, 0..1 of the unpadded chip. */
  private static final double[][] MEAN_FACE = {
    {0.8595674595992, 0.2134981538014},
    {0.6460604764104, 0.2289674387677},
    {0.1205750620789, 0.2137274526848},
    {0.3340850613712, 0.2290642403242},
    {0.4901123135679, 0.6277975316475}
  };

  private static final Point[] TEMPLATE =
      Arrays.stream(MEAN_FACE)
          .map(p ->
              new Point(
                  (PADDING + p[0]) / (2 * PADDING + 1) * SIDE,
                  (PADDING + p[1]) / (2 * PADDING + 1) * SIDE))
          .toArray(Point[]::new);

  private final TorchModel model;
  private final String modelId;

  FaceEmbedder(Models models) {
    model = TorchModel.load(models, ModelRole.EMBEDDER, SIDE);
    modelId = models.entry(ModelRole.EMBEDDER).id();
  }

  String modelId() {
    return modelId;
  }

  /**
   * @param mirrored averages the vectors of the chip and of its mirror image
   */
  Template embed(Picture picture, Landmarks face, boolean mirrored) {
    float[] vector = raw(picture, face, mirrored);
    if (!mirrored) {
      return Template.normalised(modelId, 1, vector);
    }
    int dimension = vector.length / 2;
    float[] sum = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      sum[i] = vector[i] + vector[dimension + i];
    }
    return Template.normalised(modelId, 1, sum);
  }

  /** The network's own output for the chip and, if asked for, its mirror image after it. */
  float[] raw(Picture picture, Landmarks face, boolean mirrored) {
    CropBatch batch = new CropBatch(mirrored ? 2 : 1, SIDE);
    drawChip(picture, face, batch.slot(0));
    if (mirrored) {
      opencv_core.flip(batch.slot(0), batch.slot(1), 1);
    }
    return model.run(batch)[0];
  }

  /**
   * Chip index i lies at R·(i − (n−1)/2)·(n·scale − 1)/(n − 1) + T(n/2, n/2) of the picture, in
   * index coordinates, T being the similarity from the template to the five points and R its
   * rotation. While the chip is shrunk by more than two, the picture is halved first.
   */
  private static void drawChip(Picture picture, Landmarks face, Mat target) {
    Point[] five = new Point[MESH.length];
    for (int i = 0; i < five.length; i++) {
      five[i] = new Point(face.x(MESH[i]) - 0.5, face.y(MESH[i]) - 0.5);
    }
    Affine fit = Affine.similarity(TEMPLATE, five);
    double scale = Math.hypot(fit.xx(), fit.yx());
    Point middle = fit.apply(SIDE / 2.0, SIDE / 2.0);
    double x = middle.x();
    double y = middle.y();
    double side = SIDE * scale;
    int halvings = 0;
    while (side / 2 > SIDE) {
      halvings++;
      x = (x - 0.5) / 2;
      y = (y - 0.5) / 2;
      side /= 2;
    }
    double step = (side - 1) / (SIDE - 1);
    double c = fit.xx() / scale * step;
    double s = fit.yx() / scale * step;
    double half = (SIDE - 1) / 2.0;
    Affine map = new Affine(c, -s, x - (c - s) * half, s, c, y - (s + c) * half);
    Picture.warp(picture.halved(halvings), target, map, false);
  }

  int nativeArrays() {
    return model.nativeArrays();
  }

  @Override
  public void close() {
    model.close();
  }
}
