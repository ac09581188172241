package org.facedesk.bench;

import static org.facedesk.bench.FaceCanvas.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.facedesk.core.Frame;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.Point;

/**
 * Things painted over a face at random sizes, places and colours, for measuring what is told of
 * them: masks, dark glasses, hands and caps, and what must not be taken for one of these (clear
 * spectacles, beards, hair). The same seed paints the same.
 */
enum PaintedObstacle {
  MASK_BLUE,
  MASK_WHITE,
  MASK_BLACK,
  MASK_SKIN,
  MASK_PATTERN,
  DARK_GLASSES,
  GRADIENT_GLASSES,
  HAND_ON_MOUTH,
  HAND_ON_EYE,
  CAP,
  CLEAR_SPECTACLES,
  BEARD,
  HAIR;

  private static final int[] JAW = {
    93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323
  };
  private static final int[] BEARD_OUTLINE = {
    132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 411, 426,
    327, 2, 98, 206, 187
  };
  private static final int[] LIPS = {
    61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
  };
  private static final double[] NEUTRAL = {1, 1, 1};
  private static final double GAMMA = 2.2;

  /** The picture with this painted over the face. */
  Frame over(Frame frame, Landmarks points, long seed) {
    FaceCanvas canvas = new FaceCanvas(frame, points, seed * 31 + name().hashCode());
    switch (this) {
      case MASK_BLUE, MASK_WHITE, MASK_BLACK, MASK_SKIN, MASK_PATTERN -> mask(canvas);
      case DARK_GLASSES, GRADIENT_GLASSES, CLEAR_SPECTACLES -> glasses(canvas);
      case HAND_ON_MOUTH, HAND_ON_EYE -> hand(canvas);
      case CAP -> cap(canvas);
      case BEARD -> beard(canvas);
      case HAIR -> hair(canvas);
    }
    return canvas.frame();
  }

  private void mask(FaceCanvas canvas) {
    double top = canvas.between(0.15, 0.75);
    double side = canvas.between(0, 0.5);
    double grown = canvas.between(1, 1.1);
    List<Point> outline = new ArrayList<>();
    outline.add(canvas.mesh(6, 5, top));
    outline.add(canvas.mesh(122, 198, top));
    outline.add(canvas.mesh(117, 50, side));
    outline.add(canvas.mesh(227, 234, side));
    Point centre = canvas.mesh(2);
    for (int i : JAW) {
      Point p = canvas.mesh(i);
      outline.add(
          new Point(
              centre.x() + grown * (p.x() - centre.x()),
              centre.y() + grown * (p.y() - centre.y())));
    }
    outline.add(canvas.mesh(447, 454, side));
    outline.add(canvas.mesh(346, 280, side));
    outline.add(canvas.mesh(351, 420, top));
    double[] cloth = cloth(canvas);
    double[] figure = any(canvas);
    double pleat = canvas.between(0.07, 0.14);
    double depth = canvas.between(0.02, 0.1);
    double phase = canvas.between(0, 6);
    double grain = canvas.between(1, 5);
    double across = canvas.between(15, 45);
    double down = canvas.between(15, 45);
    canvas.fill(
        outline.toArray(Point[]::new),
        1.5,
        1,
        (pixel, x, y, light) -> {
          double folds = 1 + depth * Math.sin(y / pleat * 2 * Math.PI + phase);
          double round = 1 - 0.15 * x * x;
          boolean figured = this == MASK_PATTERN && Math.sin(across * x) * Math.sin(down * y) > 0.1;
          double noise = grain * canvas.noise();
          double[] colour =
              times(figured ? figure : cloth, canvas.brightness() * light * folds * round);
          return new double[] {colour[0] + noise, colour[1] + noise, colour[2] + noise};
        });
  }

  private double[] cloth(FaceCanvas canvas) {
    return switch (this) {
      case MASK_BLUE ->
          new double[] {
            canvas.between(120, 170), canvas.between(180, 215), canvas.between(215, 245)
          };
      case MASK_WHITE -> times(NEUTRAL, canvas.between(215, 250));
      case MASK_BLACK -> times(NEUTRAL, canvas.between(20, 48));
      case MASK_SKIN -> times(canvas.skin(), canvas.between(0.85, 1.2) / canvas.brightness());
      default -> any(canvas);
    };
  }

  private static double[] any(FaceCanvas canvas) {
    return new double[] {canvas.between(30, 240), canvas.between(30, 240), canvas.between(30, 240)};
  }

  private void glasses(FaceCanvas canvas) {
    boolean clear = this == CLEAR_SPECTACLES;
    double through = clear ? canvas.between(0.88, 0.97) : canvas.between(0.04, 0.25);
    double[] tint =
        clear
            ? NEUTRAL
            : canvas.one(NEUTRAL, new double[] {1.25, 1, 0.75}, new double[] {0.85, 1.1, 0.85});
    double gradient = this == GRADIENT_GLASSES ? canvas.between(0.6, 1.5) : 0;
    double halfWidth = canvas.between(0.34, 0.46);
    double up = canvas.between(0.17, 0.3);
    double down = canvas.between(0.2, 0.38);
    double round = canvas.between(0.3, 1);
    double rim = canvas.between(0.012, 0.055);
    double[] frame = times(NEUTRAL, canvas.between(10, 70));
    double glare = canvas.chance() ? canvas.between(60, 220) : 0;
    double glareX = canvas.between(-0.25, 0.25);
    double glareY = canvas.between(-0.15, 0.1);
    double glareSize = canvas.between(0.02, 0.1);
    double surface = clear ? 0 : canvas.between(4, 22) * canvas.brightness();
    for (int corner : new int[] {133, 362}) {
      Point eye = canvas.onFace(canvas.mesh(corner, corner == 133 ? 33 : 263, 0.5));
      double cx = eye.x();
      double cy = eye.y() + 0.02;
      double[][] behind = canvas.pixels();
      canvas.fill(
          lens(canvas, cx, cy, halfWidth + rim, up + rim, down + rim, round),
          1.2,
          1,
          (pixel, x, y, light) -> times(frame, canvas.brightness() * light));
      canvas.fill(
          lens(canvas, cx, cy, halfWidth, up, down, round),
          1.2,
          1,
          (pixel, x, y, light) -> {
            double share = Math.max(0, (y - cy + up) / (up + down));
            double passes = Math.min(0.8, through * (1 + 3 * gradient * share));
            double dx = x - cx - glareX;
            double dy = y - cy - glareY;
            double shine = glare * Math.exp(-(dx * dx + dy * dy) / (glareSize * glareSize));
            double[] seen = new double[3];
            for (int c = 0; c < 3; c++) {
              double lit =
                  Math.pow(behind[pixel][c] / 255, GAMMA) * passes * tint[c]
                      + Math.pow(surface / 255, GAMMA);
              seen[c] = 255 * Math.pow(lit, 1 / GAMMA) + shine + canvas.noise();
            }
            return seen;
          });
    }
  }

  private static Point[] lens(
      FaceCanvas canvas, double cx, double cy, double wide, double up, double down, double round) {
    Point[] outline = new Point[28];
    for (int i = 0; i < outline.length; i++) {
      double angle = i * 2 * Math.PI / outline.length;
      double x = Math.copySign(Math.pow(Math.abs(Math.cos(angle)), round), Math.cos(angle));
      double y = Math.copySign(Math.pow(Math.abs(Math.sin(angle)), round), Math.sin(angle));
      outline[i] = canvas.place(cx + wide * x, cy + (y > 0 ? down : up) * y);
    }
    return outline;
  }

  /** Four fingers side by side, from outside the face. */
  private void hand(FaceCanvas canvas) {
    boolean mouth = this == HAND_ON_MOUTH;
    boolean right = canvas.chance();
    double angle = (right ? 0 : Math.PI) + canvas.between(-0.4, 0.4);
    double cx = mouth ? 0 : right ? -0.35 : 0.35;
    double cy = mouth ? canvas.between(1, 1.15) : canvas.between(-0.05, 0.1);
    double finger = canvas.between(0.17, 0.22);
    double[] skin = times(canvas.skin(), canvas.between(0.8, 1.1));
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    for (int i = 0; i < 4; i++) {
      double axis = (i - 1.5) * finger;
      double length = canvas.between(0.55, 0.75);
      Point[] outline = new Point[24];
      for (int k = 0; k < outline.length; k++) {
        double turn = k * 2 * Math.PI / outline.length;
        boolean tip = Math.cos(turn) > 0;
        double along = tip ? length + finger / 2 * Math.cos(turn) : -1.6;
        double aside = axis + finger / 2 * (tip ? Math.sin(turn) : Math.signum(Math.sin(turn)));
        outline[k] = canvas.place(cx + along * cos - aside * sin, cy + along * sin + aside * cos);
      }
      canvas.fill(
          outline,
          1.3,
          1,
          (pixel, x, y, light) -> {
            double off = (-(x - cx) * sin + (y - cy) * cos - axis) / (finger / 2);
            double shade = light * (1 - 0.28 * off * off * off * off);
            double noise = 2 * canvas.noise();
            return new double[] {
              skin[0] * shade + noise, skin[1] * shade + noise, skin[2] * shade + noise
            };
          });
    }
  }

  private static void cap(FaceCanvas canvas) {
    double[] cloth = times(any(canvas), canvas.brightness());
    double low = canvas.between(-0.55, -0.3);
    Point[] shadow = {
      canvas.place(-1, low),
      canvas.place(1, low),
      canvas.place(1, low + 0.35),
      canvas.place(-1, low + 0.35)
    };
    Point[] brim = {
      canvas.place(-1.2, low + 0.12),
      canvas.place(-0.6, low + 0.02),
      canvas.place(0, low),
      canvas.place(0.6, low + 0.02),
      canvas.place(1.2, low + 0.12),
      canvas.place(1.1, -2.2),
      canvas.place(-1.1, -2.2)
    };
    canvas.fill(shadow, 0.2 * canvas.unit(), 0.35, (pixel, x, y, light) -> new double[] {10, 8, 8});
    canvas.fill(
        brim, 1.5, 1, (pixel, x, y, light) -> times(cloth, light * (y < low - 0.2 ? 1 : 0.8)));
  }

  private static void beard(FaceCanvas canvas) {
    double[] hair =
        times(
            canvas.one(new double[] {25, 20, 18}, new double[] {70, 48, 32}, times(NEUTRAL, 120)),
            canvas.brightness());
    double[][] before = canvas.pixels();
    canvas.fill(
        mesh(canvas, BEARD_OUTLINE),
        0.12 * canvas.unit(),
        canvas.between(0.6, 0.95),
        (pixel, x, y, light) -> times(hair, light * (1 + 0.25 * canvas.noise())));
    canvas.fill(mesh(canvas, LIPS), 2, 1, (pixel, x, y, light) -> before[pixel]);
  }

  private static void hair(FaceCanvas canvas) {
    double[] strand =
        times(
            canvas.one(
                new double[] {25, 20, 18}, new double[] {80, 55, 35}, new double[] {190, 160, 110}),
            canvas.brightness());
    double side = canvas.chance() ? -1 : 1;
    double inner = canvas.between(0.5, 0.75);
    Point[] outline = {
      canvas.place(side * 0.2, -1.1),
      canvas.place(side * (inner + 0.05), -0.3),
      canvas.place(side * inner, 0.3),
      canvas.place(side * (inner + 0.05), 1.1),
      canvas.place(side * 1.3, 1.4),
      canvas.place(side * 1.3, -1.1)
    };
    canvas.fill(
        outline,
        2,
        1,
        (pixel, x, y, light) ->
            times(strand, light * (1 + 0.3 * Math.sin(90 * x + 6 * y) + 0.15 * canvas.noise())));
  }

  private static Point[] mesh(FaceCanvas canvas, int[] indices) {
    return Arrays.stream(indices).mapToObj(canvas::mesh).toArray(Point[]::new);
  }
}
