package org.facedesk.engine.liveness;

import java.util.List;
import java.util.Random;
import org.facedesk.core.Frame;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.models.Models;

/**
 * The mean face, seen from far away, with a pattern painted on it: turned as told, eyes open as
 * told. As a print the landmarks turn like a head's (the landmark model may believe in it), but the
 * picture is only squeezed.
 */
record MadeUpHead(
    double yaw, double pitch, double openness, double x, double y, double size, Matter matter) {
  static final Landmarks MEAN = MeanFace.read(Models.shipped());
  static final MadeUpHead FRONTAL = new MadeUpHead(0, 0, 0.3, 320, 240, 100, Matter.HEAD);

  private static final int GREY = 128;
  private static final double REACH = 1.5;
  private static final double STEP = 0.02;
  private static final int GRID = 151;
  private static final double[][] DEPTH = depths();

  enum Matter {
    HEAD,
    PRINT
  }

  MadeUpHead turned(double degreesYaw, double degreesPitch) {
    return new MadeUpHead(degreesYaw, degreesPitch, openness, x, y, size, matter);
  }

  MadeUpHead eyes(double open) {
    return new MadeUpHead(yaw, pitch, open, x, y, size, matter);
  }

  MadeUpHead at(double newX, double newY) {
    return new MadeUpHead(yaw, pitch, openness, newX, newY, size, matter);
  }

  MadeUpHead sized(double newSize) {
    return new MadeUpHead(yaw, pitch, openness, x, y, newSize, matter);
  }

  MadeUpHead of(Matter other) {
    return new MadeUpHead(yaw, pitch, openness, x, y, size, other);
  }

  /** Everything but the picture, which stays grey: enough where only landmarks count. */
  Face plainFace() {
    return face(new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
  }

  /**
   * @param seed of the camera's noise
   */
  Face face(long seed) {
    return face(crop(seed));
  }

  private Face face(byte[] crop) {
    Landmarks points = landmarks();
    return new Face(
        0.9,
        points.bounds(),
        List.of(),
        points,
        1,
        new Eyes(openness, openness, openness, openness),
        new HeadPose(yaw, pitch, 0),
        crop);
  }

  /** A frame with this face; the picture's bytes differ with the seed. */
  FrameAnalysis frame(long millis, long seed) {
    return new FrameAnalysis(picture(millis, seed), 1, face(seed), 0, null);
  }

  static FrameAnalysis nobody(long millis) {
    return new FrameAnalysis(picture(millis, millis), 0, null, 0, null);
  }

  static Frame picture(long millis, long seed) {
    byte[] bgr = new byte[3 * 16];
    new Random(seed).nextBytes(bgr);
    return new Frame(4, 4, bgr, millis);
  }

  Landmarks landmarks() {
    double[] xyz = new double[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double[] p = rotated(MEAN.x(i), MEAN.y(i), MEAN.z(i));
      xyz[3 * i] = x + size * p[0];
      xyz[3 * i + 1] = y + size * p[1];
      xyz[3 * i + 2] = size * p[2];
    }
    return new Landmarks(xyz);
  }

  /** Turned about the vertical axis after nodding. */
  private double[] rotated(double px, double py, double pz) {
    double cy = Math.cos(Math.toRadians(yaw));
    double sy = Math.sin(Math.toRadians(yaw));
    double cp = Math.cos(Math.toRadians(pitch));
    double sp = Math.sin(Math.toRadians(pitch));
    double ny = cp * py - sp * pz;
    double nz = sp * py + cp * pz;
    return new double[] {cy * px + sy * nz, ny, -sy * px + cy * nz};
  }

  private byte[] crop(long seed) {
    Landmarks points = landmarks();
    double x0 = points.rightEyeCentre().x();
    double y0 = points.rightEyeCentre().y();
    double dx = (points.leftEyeCentre().x() - x0) / 32;
    double dy = (points.leftEyeCentre().y() - y0) / 32;
    Random noise = new Random(seed);
    byte[] crop = new byte[Face.CROP_SIZE * Face.CROP_SIZE];
    for (int j = 0; j < Face.CROP_SIZE; j++) {
      for (int i = 0; i < Face.CROP_SIZE; i++) {
        double u = i + 0.5 - 16;
        double v = j + 0.5 - 20;
        double[] place =
            onFace((x0 + u * dx - v * dy - x) / size, (y0 + u * dy + v * dx - y) / size);
        double level = pattern(place[0], place[1]) + 2 * noise.nextGaussian();
        crop[j * Face.CROP_SIZE + i] = (byte) Math.clamp(Math.round(level), 0, 255);
      }
    }
    return crop;
  }

  /** Which place of the unturned face is seen there. */
  private double[] onFace(double seenX, double seenY) {
    double cy = Math.cos(Math.toRadians(yaw));
    double sy = Math.sin(Math.toRadians(yaw));
    double cp = Math.cos(Math.toRadians(pitch));
    double sp = Math.sin(Math.toRadians(pitch));
    double px = seenX;
    double py = seenY;
    for (int n = 0; n < 6; n++) {
      double z = matter == Matter.HEAD ? depth(px, py) : 0;
      py = (seenY + sp * z) / cp;
      px = (seenX - sy * (sp * py + cp * z)) / cy;
    }
    return new double[] {px, py};
  }

  /** Depth of the mean face where the pattern is painted, between the points of a fine grid. */
  private static double depth(double px, double py) {
    double gx = Math.clamp((px + REACH) / STEP, 0.0, GRID - 1.001);
    double gy = Math.clamp((py + REACH) / STEP, 0.0, GRID - 1.001);
    int i = (int) gx;
    int j = (int) gy;
    double a = gx - i;
    double b = gy - j;
    return (1 - b) * ((1 - a) * DEPTH[j][i] + a * DEPTH[j][i + 1])
        + b * ((1 - a) * DEPTH[j + 1][i] + a * DEPTH[j + 1][i + 1]);
  }

  private static double[][] depths() {
    double[][] depth = new double[GRID][GRID];
    for (int j = 0; j < GRID; j++) {
      for (int i = 0; i < GRID; i++) {
        depth[j][i] = interpolated(i * STEP - REACH, j * STEP - REACH);
      }
    }
    return depth;
  }

  private static double interpolated(double px, double py) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double dx = px - MEAN.x(i);
      double dy = py - MEAN.y(i);
      double near = dx * dx + dy * dy + 0.0005;
      double weight = 1 / (near * near);
      sum += weight * MEAN.z(i);
      weights += weight;
    }
    return sum / weights;
  }

  private static double pattern(double px, double py) {
    return GREY
        + 35 * Math.sin(13 * px + 5 * py)
        + 30 * Math.sin(-7 * px + 17 * py + 1)
        + 25 * Math.sin(23 * px) * Math.sin(19 * py + 0.5);
  }
}
