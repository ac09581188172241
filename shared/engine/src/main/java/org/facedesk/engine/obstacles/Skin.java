package org.facedesk.engine.obstacles;

import org.facedesk.core.Frame;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.LinearLight;

/**
 * A frame read at spots of a face. A spot is a small disc; lengths are in distances between the
 * eyes. Used by one thread.
 */
final class Skin {
  /** Keeps the logarithm of black finite: about level 12 of 255. */
  private static final double FLOOR = 0.004;

  private static final int MOST_STEPS = 4;

  private final Frame frame;
  private final Landmarks points;
  private final double unit;

  Skin(Frame frame, Landmarks points) {
    this.frame = frame;
    this.points = points;
    this.unit = points.interEyeDistance();
  }

  /** Around one point of the mesh. */
  Tone at(int index, double radius) {
    return disc(points.x(index), points.y(index), radius);
  }

  /** Around several points of the mesh: their median. */
  Tone at(double radius, int... indices) {
    Tone[] tones = new Tone[indices.length];
    for (int i = 0; i < indices.length; i++) {
      tones[i] = at(indices[i], radius);
    }
    return Tone.median(tones);
  }

  /**
   * Between two points of the mesh.
   *
   * @param share 0 at the first, 1 at the second
   */
  Tone between(int first, int second, double share, double radius) {
    return disc(
        points.x(first) + share * (points.x(second) - points.x(first)),
        points.y(first) + share * (points.y(second) - points.y(first)),
        radius);
  }

  /** At (along, down) from the middle of two points, along the line of the eyes. */
  Tone beside(int first, int second, double along, double down, double radius) {
    double dx = points.x(Landmarks.LEFT_EYE_OUTER) - points.x(Landmarks.RIGHT_EYE_OUTER);
    double dy = points.y(Landmarks.LEFT_EYE_OUTER) - points.y(Landmarks.RIGHT_EYE_OUTER);
    double scale = unit / Math.hypot(dx, dy);
    double x = (points.x(first) + points.x(second)) / 2;
    double y = (points.y(first) + points.y(second)) / 2;
    return disc(x + scale * (along * dx - down * dy), y + scale * (along * dy + down * dx), radius);
  }

  private Tone disc(double centreX, double centreY, double radius) {
    double reach = Math.max(0.5, radius * unit);
    int steps = Math.clamp(Math.round(reach), 1, MOST_STEPS);
    byte[] bgr = frame.bgr();
    double red = 0;
    double green = 0;
    double blue = 0;
    int count = 0;
    for (int j = -steps; j <= steps; j++) {
      for (int i = -steps; i <= steps; i++) {
        int x = (int) Math.floor(centreX + i * reach / steps);
        int y = (int) Math.floor(centreY + j * reach / steps);
        boolean inside = x >= 0 && y >= 0 && x < frame.width() && y < frame.height();
        if (inside && i * i + j * j <= steps * steps) {
          int p = 3 * (y * frame.width() + x);
          blue += LinearLight.of(bgr[p]);
          green += LinearLight.of(bgr[p + 1]);
          red += LinearLight.of(bgr[p + 2]);
          count++;
        }
      }
    }
    return count == 0
        ? new Tone(Double.NaN, Double.NaN, Double.NaN)
        : tone(red / count + FLOOR, green / count + FLOOR, blue / count + FLOOR);
  }

  private static Tone tone(double red, double green, double blue) {
    return new Tone(
        Math.log(red / green),
        Math.log(blue / green),
        Math.log(0.2126 * red + 0.7152 * green + 0.0722 * blue));
  }
}
