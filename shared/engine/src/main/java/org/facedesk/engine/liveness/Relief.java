package org.facedesk.engine.liveness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;
import org.jspecify.annotations.Nullable;

/**
 * Whether the nose moves over the face as a turn of the head moves it: the one thing a print cannot
 * do, flat or smoothly bent. The landmark model sees turns on tilted prints too, because it knows
 * what faces look like; so this asks the pixels.
 *
 * <p>The upper face of a frontal reference is laid over the turned picture by a motion that may be
 * any quadratic polynomial (planes in perspective, cylinders), plus a shift in proportion to the
 * mean face's depth where no quadratic explains it: the relief of the nose. That shift per unit of
 * depth is the parallax: about the sine of the angle on a head, about nothing on a print.
 */
final class Relief {
  /** Terms of a quadratic polynomial, and of its affine part. */
  private static final int SMOOTH = 6;

  private static final int AFFINE = 3;
  private static final int LEAST_PIXELS = 300;

  private final Registration registration;

  private final double[][] anchorBasis;

  /** Distance of the outer eye corners in the reference's crop. */
  private final double unit;

  private final double centreX;
  private final double centreY;

  /**
   * @param x shift to the right per unit of depth, in units of the turned face's size: about the
   *     sine of the yaw
   * @param y shift downwards: about minus the sine of the pitch
   * @param correlation how well the pictures agree then, at most 1
   */
  record Parallax(double x, double y, double correlation) {
    static final Parallax NONE = new Parallax(0, 0, 0);
  }

  private Relief(List<Point> mask, byte[] crop, Landmarks face, Landmarks mean) {
    unit =
        CropPicture.place(face, Landmarks.RIGHT_EYE_OUTER)
            .distanceTo(CropPicture.place(face, Landmarks.LEFT_EYE_OUTER));
    centreX = mask.stream().mapToDouble(Point::x).average().orElse(0);
    centreY = mask.stream().mapToDouble(Point::y).average().orElse(0);
    double[][] basis = mask.stream().map(this::basis).toArray(double[][]::new);
    double[] relief = relief(mask, basis, face, mean);
    double[] target = new double[mask.size()];
    CropPicture picture = CropPicture.of(crop);
    double[][] design = new double[mask.size()][];
    for (int n = 0; n < target.length; n++) {
      Point p = mask.get(n);
      target[n] = picture.value((int) p.x(), (int) p.y());
      design[n] = Arrays.copyOf(basis[n], SMOOTH + 1);
      design[n][SMOOTH] = relief[n];
    }
    registration = new Registration(design, target);
    anchorBasis = anchors(face).stream().map(this::basis).toArray(double[][]::new);
  }

  /**
   * @param crop the frontal reference's picture
   * @param face its landmarks
   * @param mean the mean face, whose depth is used
   * @return null when the landmarks leave too little of the face in the crop
   */
  static @Nullable Relief of(byte[] crop, Landmarks face, Landmarks mean) {
    List<Point> mask = mask(face);
    return mask.size() < LEAST_PIXELS ? null : new Relief(mask, crop, face, mean);
  }

  /**
   * @param crop the turned face's picture
   * @param face its landmarks
   */
  Parallax parallax(byte[] crop, Landmarks face) {
    List<Point> anchors = anchors(face);
    Registration.Fit fit =
        registration.best(CropPicture.of(crop), start(anchors, SMOOTH), start(anchors, AFFINE));
    if (fit == null) {
      return Parallax.NONE;
    }
    double[][] p = fit.coefficients();
    double[] stretch = Numbers.singularValues(p[1][0], p[2][0], p[1][1], p[2][1]);
    return new Parallax(p[SMOOTH][0] / stretch[0], p[SMOOTH][1] / stretch[0], fit.correlation());
  }

  /**
   * The smooth motion that carries the anchors best, with as many terms. The quadratic one is the
   * better start when the landmarks are right; when they are not, on strongly tilted prints, only
   * the stiff one leads to the print's motion.
   */
  private double[][] start(List<Point> anchors, int terms) {
    double[][] targets =
        anchors.stream().map(a -> new double[] {a.x(), a.y()}).toArray(double[][]::new);
    double[][] rows =
        Arrays.stream(anchorBasis).map(row -> Arrays.copyOf(row, terms)).toArray(double[][]::new);
    double[][] start = new double[SMOOTH + 1][2];
    double[][] fit = LeastSquares.fit(rows, targets);
    System.arraycopy(fit, 0, start, 0, terms);
    return start;
  }

  private double[] basis(Point p) {
    double x = (p.x() - centreX) / unit;
    double y = (p.y() - centreY) / unit;
    return new double[] {1, x, y, x * x, x * y, y * y};
  }

  private static List<Point> mask(Landmarks face) {
    ConvexHull hull =
        ConvexHull.around(
            Arrays.stream(MeshPoints.RELIEF_OUTLINE)
                .mapToObj(i -> CropPicture.place(face, i))
                .toList());
    List<Point> inside = new ArrayList<>();
    for (int y = 0; y < CropPicture.SIZE; y++) {
      for (int x = 0; x < CropPicture.SIZE; x++) {
        if (hull.contains(x, y)) {
          inside.add(new Point(x, y));
        }
      }
    }
    return inside;
  }

  /** The mean face's depth at each pixel, minus its closest quadratic surface. */
  private static double[] relief(
      List<Point> mask, double[][] basis, Landmarks face, Landmarks mean) {
    Point[] places = new Point[Landmarks.COUNT];
    Arrays.setAll(places, i -> CropPicture.place(face, i));
    double[][] depth = new double[mask.size()][];
    for (int n = 0; n < depth.length; n++) {
      depth[n] = new double[] {depth(mask.get(n), places, mean)};
    }
    double[][] surface = LeastSquares.fit(basis, depth);
    double[] relief = new double[depth.length];
    for (int n = 0; n < relief.length; n++) {
      relief[n] = depth[n][0];
      for (int i = 0; i < SMOOTH; i++) {
        relief[n] -= basis[n][i] * surface[i][0];
      }
    }
    return relief;
  }

  /** Mean of the landmarks' depths, the near ones counting most. */
  private static double depth(Point pixel, Point[] places, Landmarks mean) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < places.length; i++) {
      double dx = pixel.x() - places[i].x();
      double dy = pixel.y() - places[i].y();
      double near = dx * dx + dy * dy + 1;
      double weight = 1 / (near * near);
      sum += weight * mean.z(i);
      weights += weight;
    }
    return sum / weights;
  }

  private static List<Point> anchors(Landmarks face) {
    return Arrays.stream(MeshPoints.ANCHORS).mapToObj(i -> CropPicture.place(face, i)).toList();
  }
}
