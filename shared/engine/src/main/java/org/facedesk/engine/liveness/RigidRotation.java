package org.facedesk.engine.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the head turned or nodded: a claimed rotation of at least {@link #TURN} from the
 * session's frontal frame, seen in several frames, that keeps a rigid body's proportions and in
 * which the nose moves over the face as the angle demands ({@link Relief}).
 *
 * <p>The next rotation counts after the head came back. The proportions alone are no proof: on a
 * strongly tilted print the landmark model can invent a turn with the right ones.
 */
final class RigidRotation {
  /** Degrees from the frontal frame that are asked for. */
  static final double TURN = 12;

  /** Degrees within which the head has come back. */
  private static final double REST = 6;

  /** Degrees off the camera's axis up to which a frame may serve as the frontal one. */
  private static final double FRONTAL = 20;

  /** Degrees by which a later frame must be straighter to replace it. */
  private static final double STRAIGHTER = 2;

  private static final int LEAST_FRAMES = 3;
  private static final long LEAST_MILLIS = 150;
  private static final double LEAST_PROPORTION = 0.88;
  private static final double LEAST_GAIN = 0.40;
  private static final double LARGEST_GAIN = 2.5;
  private static final double LEAST_CORRELATION = 0.7;

  /** The most that a rotation which is not proven yet may count. */
  private static final double UNPROVEN = 0.95;

  private final Landmarks mean;
  private final List<Turned> excursion = new ArrayList<>();
  private @Nullable Frontal frontal;
  private boolean counted;
  private double progress;
  private @Nullable Rotation newest;

  private record Frontal(double off, HeadPose pose, Landmarks face, Relief relief) {}

  /** One frame of a claimed rotation. */
  private record Turned(long millis, double yaw, double pitch, double gain, double proportion) {
    boolean confirmed() {
      return believable(gain, proportion);
    }
  }

  /**
   * @param mean the mean face
   */
  RigidRotation(Landmarks mean) {
    this.mean = mean;
  }

  /**
   * How near the session came to a proven rotation, 0..1, and 1 exactly from the first one on. One
   * half is how far the landmarks claim that the head turned on from {@link #REST} towards {@link
   * #TURN}, which a tilted print can make them do; the other is the share of the frames asked for
   * whose pixels confirm the turn.
   */
  double progress() {
    return progress;
  }

  /** The rotation proven last; null before the first one. */
  @Nullable Rotation newest() {
    return newest;
  }

  /**
   * @return whether this frame completes the proof of a rotation
   */
  boolean accept(long millis, Face face) {
    HeadPose pose = face.pose();
    double off = Math.hypot(pose.yaw(), pose.pitch());
    Frontal reference = frontal;
    if (reference == null || off < reference.off - STRAIGHTER) {
      look(face, off);
      return false;
    }
    double yaw = Math.toRadians(pose.yaw() - reference.pose.yaw());
    double pitch = Math.toRadians(pose.pitch() - reference.pose.pitch());
    double angle = Math.toDegrees(Math.hypot(yaw, pitch));
    if (angle <= REST) {
      excursion.clear();
      counted = false;
      return false;
    }
    if (angle < TURN || counted) {
      come((angle - REST) / (TURN - REST) / 2);
      return false;
    }
    excursion.add(
        new Turned(
            millis,
            Math.toDegrees(yaw),
            Math.toDegrees(pitch),
            gain(reference, face, yaw, pitch),
            proportion(reference.face, face.landmarks())));
    counted = proven();
    if (counted) {
      progress = 1;
      newest =
          new Rotation(median(Turned::yaw), median(Turned::pitch), excursion.getFirst().millis);
    } else {
      long confirmed = excursion.stream().filter(Turned::confirmed).count();
      come(.5 + Math.min(confirmed, LEAST_FRAMES) / (2.0 * LEAST_FRAMES));
    }
    return counted;
  }

  /** As near as this, but never as near as a proof. */
  private void come(double near) {
    progress = Math.max(progress, Math.min(near, UNPROVEN));
  }

  private void look(Face face, double off) {
    if (!(off <= FRONTAL)) {
      return;
    }
    Relief relief = Relief.of(face.crop(), face.landmarks(), mean);
    if (relief != null) {
      frontal = new Frontal(off, face.pose(), face.landmarks(), relief);
      excursion.clear();
      counted = false;
    }
  }

  private boolean proven() {
    if (excursion.size() < LEAST_FRAMES
        || excursion.getLast().millis - excursion.getFirst().millis < LEAST_MILLIS) {
      return false;
    }
    return believable(median(Turned::gain), median(Turned::proportion));
  }

  /** What a head's turn looks like, in one frame or in the middle of several. */
  private static boolean believable(double gain, double proportion) {
    return gain >= LEAST_GAIN && gain <= LARGEST_GAIN && proportion >= LEAST_PROPORTION;
  }

  private double median(ToDoubleFunction<Turned> figure) {
    return Numbers.median(excursion.stream().mapToDouble(figure).toArray());
  }

  /** The relief's parallax over the one that the claimed rotation demands: 1 on a head. */
  private static double gain(Frontal reference, Face face, double yaw, double pitch) {
    Relief.Parallax seen = reference.relief.parallax(face.crop(), face.landmarks());
    if (seen.correlation() < LEAST_CORRELATION) {
      return 0;
    }
    double x = Math.sin(yaw);
    double y = -Math.sin(pitch);
    return (seen.x() * x + seen.y() * y) / (x * x + y * y);
  }

  /**
   * Q = (s2/s1)² + (|c|/s1)² of the fit p = A·p₀ + c·z + t of the rigid points, s1 ≥ s2 the
   * singular values of A and z the mean face's depth: 1 for a rigid rotation far from the camera.
   */
  private double proportion(Landmarks before, Landmarks now) {
    int[] points = MeshPoints.RIGID;
    double unit = MeshPoints.unit(before);
    double x = 0;
    double y = 0;
    for (int i : points) {
      x += before.x(i) / points.length;
      y += before.y(i) / points.length;
    }
    double[][] rows = new double[points.length][];
    double[][] targets = new double[points.length][];
    for (int n = 0; n < points.length; n++) {
      int i = points[n];
      rows[n] = new double[] {(before.x(i) - x) / unit, (before.y(i) - y) / unit, mean.z(i), 1};
      targets[n] = new double[] {now.x(i) / unit, now.y(i) / unit};
    }
    double[][] fit = LeastSquares.fit(rows, targets);
    double[] s = Numbers.singularValues(fit[0][0], fit[1][0], fit[0][1], fit[1][1]);
    double parallax = Math.hypot(fit[2][0], fit[2][1]) / s[0];
    return s[1] / s[0] * (s[1] / s[0]) + parallax * parallax;
  }
}
