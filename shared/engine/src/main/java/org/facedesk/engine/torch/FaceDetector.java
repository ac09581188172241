package org.facedesk.engine.torch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.engine.Box;
import org.facedesk.engine.Point;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;

/**
 * BlazeFace, short range. It sees the picture in a letterbox of 128 pixels, where a face needs
 * about 16 of them; where the whole picture shows none, overlapping tiles of half its side are
 * looked at again, twice as large.
 */
final class FaceDetector implements AutoCloseable {
  private static final int SIDE = 128;
  private static final int CANDIDATES = 896;
  private static final int VALUES = 16;
  private static final double MIN_SCORE = 0.5;
  private static final double SAME_FACE = 0.3;

  private final PackedModel model;

  FaceDetector(Models models) {
    model = PackedModel.load(models, ModelRole.DETECTOR, SIDE);
  }

  /** All faces, the whole picture first and parts of it only if that shows none. */
  List<Detection> detect(Picture picture) {
    List<Detection> faces = detectWhole(picture);
    return faces.isEmpty() ? detectTiles(picture) : faces;
  }

  /** Only the one cheap look at the whole picture. */
  List<Detection> detectWhole(Picture picture) {
    CropBatch batch = new CropBatch(1, SIDE);
    Letterbox box = Letterbox.of(picture.width(), picture.height());
    box.draw(picture.full(), batch.slot(0));
    float[][] result = model.run(batch);
    return merged(candidates(result, 0, box));
  }

  private List<Detection> detectTiles(Picture picture) {
    int longest = Math.max(picture.width(), picture.height());
    if (longest <= 2 * SIDE) {
      return List.of();
    }
    int side = (longest + 1) / 2;
    List<int[]> corners = new ArrayList<>();
    for (int y : starts(picture.height(), side)) {
      for (int x : starts(picture.width(), side)) {
        corners.add(new int[] {x, y});
      }
    }
    int width = Math.min(side, picture.width());
    int height = Math.min(side, picture.height());
    Letterbox box = Letterbox.of(width, height);
    CropBatch batch = new CropBatch(corners.size(), SIDE);
    for (int i = 0; i < corners.size(); i++) {
      int[] corner = corners.get(i);
      box.draw(picture.part(corner[0], corner[1], width, height), batch.slot(i));
    }
    float[][] result = model.run(batch);
    List<Detection> all = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      int[] corner = corners.get(i);
      for (Detection found : candidates(result, i, box)) {
        all.add(found.shifted(corner[0], corner[1]));
      }
    }
    return merged(all);
  }

  /** Where tiles of this side begin along an edge so that they cover it, half overlapping. */
  private static int[] starts(int length, int side) {
    if (length <= side) {
      return new int[] {0};
    }
    int last = length - side;
    return last <= side / 2 ? new int[] {0, last} : new int[] {0, last / 2, last};
  }

  private static List<Detection> candidates(float[][] result, int index, Letterbox box) {
    float[] values = result[0];
    float[] scores = result[1];
    List<Detection> found = new ArrayList<>();
    for (int i = index * CANDIDATES; i < (index + 1) * CANDIDATES; i++) {
      if (scores[i] >= MIN_SCORE) {
        int at = i * VALUES;
        Point low = box.toImage(values[at], values[at + 1]);
        Point high = box.toImage(values[at + 2], values[at + 3]);
        List<Point> keypoints = new ArrayList<>();
        for (int k = at + 4; k < at + VALUES; k += 2) {
          keypoints.add(box.toImage(values[k], values[k + 1]));
        }
        found.add(
            new Detection(scores[i], new Box(low.x(), low.y(), high.x(), high.y()), keypoints));
      }
    }
    return found;
  }

  /**
   * Weighted non-maximum suppression as MediaPipe does it: candidates that overlap the best one
   * become one face at their mean, weighted by score.
   */
  static List<Detection> merged(List<Detection> candidates) {
    List<Detection> rest = new ArrayList<>(candidates);
    rest.sort(Comparator.comparingDouble(Detection::score).reversed());
    List<Detection> faces = new ArrayList<>();
    while (!rest.isEmpty()) {
      Detection best = rest.getFirst();
      List<Detection> same =
          rest.stream()
              .filter(d -> d.equals(best) || Detection.overlap(best.box(), d.box()) > SAME_FACE)
              .toList();
      faces.add(mean(best.score(), same));
      rest.removeAll(same);
    }
    return faces;
  }

  private static Detection mean(double score, List<Detection> same) {
    double weight = 0;
    double[] sum = new double[VALUES];
    for (Detection d : same) {
      weight += d.score();
      Box b = d.box();
      double[] values = {b.x0(), b.y0(), b.x1(), b.y1()};
      for (int i = 0; i < 4; i++) {
        sum[i] += d.score() * values[i];
      }
      for (int i = 0; i < d.keypoints().size(); i++) {
        sum[4 + 2 * i] += d.score() * d.keypoints().get(i).x();
        sum[5 + 2 * i] += d.score() * d.keypoints().get(i).y();
      }
    }
    List<Point> keypoints = new ArrayList<>();
    for (int i = 4; i < VALUES; i += 2) {
      keypoints.add(new Point(sum[i] / weight, sum[i + 1] / weight));
    }
    return new Detection(
        score,
        new Box(sum[0] / weight, sum[1] / weight, sum[2] / weight, sum[3] / weight),
        keypoints);
  }

  int nativeArrays() {
    return model.nativeArrays();
  }

  @Override
  public void close() {
    model.close();
  }

  /** A picture centred in the detector's square, on black. */
  private record Letterbox(int width, int height) {
    static Letterbox of(int width, int height) {
      return new Letterbox(width, height);
    }

    private int longest() {
      return Math.max(width, height);
    }

    /** From 0..1 of the square to continuous pixels of the picture. */
    Point toImage(double x, double y) {
      return new Point((x - 0.5) * longest() + width / 2.0, (y - 0.5) * longest() + height / 2.0);
    }

    void draw(Mat source, Mat target) {
      double r = (double) SIDE / longest();
      Affine toBox = Affine.scaling(r, r, (SIDE - width * r) / 2, (SIDE - height * r) / 2);
      Mat pixels = source;
      Affine fromPixels = toBox;
      if (r < 0.5) {
        pixels = Picture.shrunk(source, (int) (0.999 / r));
        fromPixels =
            toBox.after(
                Affine.scaling(
                    (double) width / pixels.cols(), (double) height / pixels.rows(), 0, 0));
      }
      Picture.warp(pixels, target, fromPixels.inverse().betweenIndices(), false);
    }
  }
}
