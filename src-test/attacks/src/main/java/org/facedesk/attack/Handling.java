package org.facedesk.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How somebody holds a print over some seconds, ten poses a second, drawn at random.
 *
 * @param bendAxis angle of the cylinder's axis against the print's upright, radians
 * @param pivotX where the print is held and turned about, right of the face's middle, in eye
 *     distances
 * @param pivotY likewise below it
 */
record Handling(List<Pose> poses, double bendAxis, double pivotX, double pivotY) {
  static final double FRAMES_PER_SECOND = 10;

  /** Degrees of the strongest tilt. */
  static final double STEEPEST = 65;

  /** An adult's face is about this many distances of the outer eye corners wide. */
  private static final double FACE_WIDTH = 1.7;

  /** At a moment between two frames. */
  Pose at(double frame) {
    int before = (int) Math.clamp(Math.floor(frame), 0, poses.size() - 1);
    int after = Math.min(before + 1, poses.size() - 1);
    return poses.get(before).towards(poses.get(after), Math.clamp(frame - before, 0, 1));
  }

  /**
   * @param eyeDistance distance of the outer eye corners in the camera's picture, pixels
   */
  static Handling of(Species species, double eyeDistance, RandomGenerator random) {
    int least = species.leastFrames();
    int frames = random.nextInt(least, least + least / 4 + 1);
    Draft draft = new Draft(frames, eyeDistance, random);
    switch (species) {
      case STILL -> {}
      case SHAKEN -> draft.shake(1);
      case TILTED -> draft.tilt(20, STEEPEST);
      case BENT -> {
        draft.tilt(10, 45);
        draft.bend();
      }
    }
    if (species != Species.STILL || random.nextDouble() < .7) {
      draft.tremble();
    }
    return draft.finish();
  }

  /** The quantities while they are being drawn, one array for each. */
  private static final class Draft {
    private final RandomGenerator random;
    private final double eyeDistance;
    private final int frames;
    private final double[] yaw;
    private final double[] pitch;
    private final double[] roll;
    private final double[] x;
    private final double[] y;
    private final double[] zoom;
    private final double[] curvature;
    private final double[] light;
    private double bendAxis;
    private double pivotX;
    private double pivotY;

    Draft(int frames, double eyeDistance, RandomGenerator random) {
      this.frames = frames;
      this.eyeDistance = eyeDistance;
      this.random = random;
      yaw = new double[frames];
      pitch = new double[frames];
      roll = new double[frames];
      x = new double[frames];
      y = new double[frames];
      zoom = new double[frames];
      curvature = new double[frames];
      light = new double[frames];
      Arrays.fill(light, 1);
      add(light, tremor(), random.nextDouble(.02));
    }

    /** In-plane movement. */
    void shake(double strength) {
      add(roll, any(), strength * random.nextDouble(2, 20));
      add(zoom, any(), strength * random.nextDouble(.02, .3));
      add(x, any(), strength * eyeDistance * random.nextDouble(.1, .6));
      add(y, any(), strength * eyeDistance * random.nextDouble(.1, .6));
    }

    /** About an upright, a level or any axis; often about the other one too, often shaken. */
    void tilt(double least, double most) {
      double axis =
          switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> Math.PI / 2;
            default -> random.nextDouble(Math.PI);
          };
      double angle = random.nextDouble(least, most);
      double[] main = any();
      add(yaw, main, angle * Math.cos(axis));
      add(pitch, main, angle * Math.sin(axis));
      if (random.nextDouble() < .4) {
        double otherAngle = random.nextDouble(5, 40);
        double[] other = any();
        add(yaw, other, -otherAngle * Math.sin(axis));
        add(pitch, other, otherAngle * Math.cos(axis));
      }
      if (random.nextBoolean()) {
        shake(random.nextDouble(.1, .8));
      }
      if (random.nextBoolean()) {
        pivotX = random.nextDouble(-.8, .8);
        pivotY = random.nextDouble(-.8, .8);
      }
    }

    /** To a radius of one to four widths of a face, mostly with the middle to the camera. */
    void bend() {
      double choice = random.nextDouble();
      bendAxis = choice < .6 ? 0 : choice < .8 ? Math.PI / 2 : random.nextDouble(-Math.PI, Math.PI);
      double most = random.nextDouble(.25, 1) / (FACE_WIDTH * eyeDistance);
      double bent = random.nextDouble() < .8 ? most : -most;
      Arrays.fill(curvature, bent);
      if (random.nextDouble() < .4) {
        add(curvature, any(), .8 * bent);
      }
    }

    void tremble() {
      double strength = random.nextDouble(.3, 1.5);
      add(yaw, tremor(), strength);
      add(pitch, tremor(), strength);
      add(roll, tremor(), .6 * strength);
      add(x, tremor(), 1.2 * strength);
      add(y, tremor(), 1.2 * strength);
    }

    Handling finish() {
      List<Pose> poses = new ArrayList<>();
      for (int i = 0; i < frames; i++) {
        poses.add(
            new Pose(
                Math.clamp(yaw[i], -STEEPEST, STEEPEST),
                Math.clamp(pitch[i], -STEEPEST, STEEPEST),
                roll[i],
                x[i],
                y[i],
                Math.clamp(zoom[i], -.4, .5),
                curvature[i],
                light[i]));
      }
      return new Handling(List.copyOf(poses), bendAxis, pivotX, pivotY);
    }

    private double[] any() {
      return Course.any(random, frames);
    }

    /** Independent from frame to frame, but for what neighbours share; standard deviation 1. */
    private double[] tremor() {
      double[] values = new double[frames];
      double last = random.nextGaussian();
      for (int i = 0; i < frames; i++) {
        double next = random.nextGaussian();
        values[i] = (last + next) / Math.sqrt(2);
        last = next;
      }
      return values;
    }

    private static void add(double[] quantity, double[] course, double factor) {
      for (int i = 0; i < quantity.length; i++) {
        quantity[i] += course[i] * factor;
      }
    }
  }
}
