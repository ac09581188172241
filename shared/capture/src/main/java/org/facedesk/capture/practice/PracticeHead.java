package org.facedesk.capture.practice;

import java.util.Arrays;
import org.facedesk.capture.practice.Rasterizer.Corner;
import org.facedesk.core.Frame;

/**
 * Draws the head: the portrait as texture on the relief of its face mesh, turned about the neck and
 * seen in perspective. Where a vertex moves is taken from the difference between the turned and the
 * unturned relief, so that no part of the portrait has to be modelled. Around the face a ring of
 * hair and neck moves along, and the picture's border stands still.
 *
 * <p>Pure Java, 8 ms of one core a frame. Safe for any number of threads.
 */
public final class PracticeHead {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 480;

  /** Distance of the camera, in eye distances. */
  private static final double CAMERA = 5.5;

  /** The ring turns a little less than the face: the neck holds it. */
  private static final double RING_FOLLOWS = .8;

  /** The mesh model sees more depth than there is: with this much of it a turn reads as drawn. */
  private static final double DEPTH = .85;

  /** The portrait looks down by this many degrees and leans by these; at rest the head does not. */
  private static final double REST_PITCH = -8;

  private static final double REST_ROLL = -3;

  /** Standard deviation of a common webcam's noise in a lit room, grey levels. */
  private static final double NOISE = 2.2;

  private final HeadMesh texturePlaces;
  private final HeadMesh relief;
  private final Picture texture;
  private final Rasterizer rasterizer;
  private final SensorNoise noise = new SensorNoise(NOISE);
  private final double eyeDistance;
  private final double pivotX;
  private final double pivotY;
  private final double pivotZ;

  public PracticeHead() {
    this(Person.PORTRAIT);
  }

  public PracticeHead(Person person) {
    this.texturePlaces = HeadMesh.load();
    this.relief = person.shape(texturePlaces);
    this.texture = person.paint(Picture.portrait(), texturePlaces);
    this.rasterizer = new Rasterizer(texture);
    this.eyeDistance = texturePlaces.eyeDistance();
    int right = HeadMesh.RIGHT_EYE_OUTER;
    int left = HeadMesh.LEFT_EYE_OUTER;
    this.pivotX = (relief.x()[right] + relief.x()[left]) / 2;
    this.pivotY = (relief.y()[right] + relief.y()[left]) / 2 + .25 * eyeDistance;
    this.pivotZ = (relief.z()[right] + relief.z()[left]) / 2 + .9 * eyeDistance;
  }

  /**
   * One picture of the head.
   *
   * @param light factor on the brightness, 1 for the portrait's own
   * @param noiseSeed the same seed gives the same noise
   * @param timestampMillis the frame's time
   */
  public Frame render(HeadState state, double light, long noiseSeed, long timestampMillis) {
    Picture picture = draw(state);
    return new Frame(
        picture.width(),
        picture.height(),
        noise.develop(picture, light, noiseSeed),
        timestampMillis);
  }

  Picture draw(HeadState state) {
    float[] x = relief.x().clone();
    float[] y = relief.y().clone();
    float[] z = relief.z().clone();
    Eyelids.close(x, y, z, state.closure());
    move(state, x, y, z);
    Picture target = texture.copy();
    for (long triangle : backToFront(z)) {
      int t = (int) (triangle & 0xFFFF);
      rasterizer.draw(target, corner(t, x, y), corner(t + 1, x, y), corner(t + 2, x, y));
    }
    return target;
  }

  private Corner corner(int index, float[] x, float[] y) {
    int vertex = relief.triangles()[index];
    return new Corner(x[vertex], y[vertex], texturePlaces.x()[vertex], texturePlaces.y()[vertex]);
  }

  private void move(HeadState state, float[] x, float[] y, float[] z) {
    double[] turn = rotation(state);
    double camera = CAMERA * eyeDistance;
    for (int i = 0; i < HeadMesh.MOVING; i++) {
      double px = x[i] - pivotX;
      double py = y[i] - pivotY;
      double pz = (z[i] - pivotZ) * DEPTH;
      double tx = turn[0] * px + turn[1] * py + turn[2] * pz;
      double ty = turn[3] * px + turn[4] * py + turn[5] * pz;
      double tz = turn[6] * px + turn[7] * py + turn[8] * pz;
      double before = camera / (camera + pz);
      double after = camera / (camera + tz);
      double follow = i < HeadMesh.FACE ? 1 : RING_FOLLOWS;
      double newX = x[i] + (tx * after - px * before) * follow;
      double newY = y[i] + (ty * after - py * before) * follow;
      x[i] = (float) ((newX - pivotX) * state.scale() + pivotX + state.dx());
      y[i] = (float) ((newY - pivotY) * state.scale() + pivotY + state.dy());
      z[i] = (float) (tz + pivotZ);
    }
    Arrays.fill(z, HeadMesh.MOVING, z.length, (float) (3 * eyeDistance));
  }

  /** Roll after yaw after pitch, row by row. */
  private static double[] rotation(HeadState state) {
    double a = Math.toRadians(state.yaw());
    double b = Math.toRadians(state.pitch() + REST_PITCH);
    double c = Math.toRadians(state.roll() + REST_ROLL);
    double sa = Math.sin(a);
    double ca = Math.cos(a);
    double sb = Math.sin(b);
    double cb = Math.cos(b);
    double sc = Math.sin(c);
    double cc = Math.cos(c);
    return new double[] {
      cc * ca,
      cc * sa * sb - sc * cb,
      cc * sa * cb + sc * sb,
      sc * ca,
      sc * sa * sb + cc * cb,
      sc * sa * cb - cc * sb,
      -sa,
      ca * sb,
      ca * cb
    };
  }

  /** First corner of each triangle in the low 16 bits, sorted with the farthest first. */
  private long[] backToFront(float[] z) {
    int[] corners = relief.triangles();
    long[] order = new long[corners.length / 3];
    for (int t = 0; t < order.length; t++) {
      int i = 3 * t;
      float depth = z[corners[i]] + z[corners[i + 1]] + z[corners[i + 2]];
      order[t] = ((long) (-depth * 64) << 16) | i;
    }
    Arrays.sort(order);
    return order;
  }
}
