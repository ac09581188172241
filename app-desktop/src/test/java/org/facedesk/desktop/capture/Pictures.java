package org.facedesk.desktop.capture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;

/** Frames with a drawn face, and the analyses an engine would make of them. */
public final class Pictures {
  public static final int WIDTH = 640;
  public static final int HEIGHT = 480;

  private Pictures() {}

  /** An oval face with eyes and mouth before a wall, shifted sideways. */
  public static Frame face(long millis, double shift) {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double dx = (x - WIDTH / 2.0 - shift) / 105;
        double dy = (y - 225.0) / 145;
        boolean skin = dx * dx + dy * dy < 1;
        boolean body = y > 350 && Math.hypot(dx / 2.1, (y - 480) / 130.0) < 1;
        boolean eye = skin && Math.abs(Math.abs(dx) - 0.42) < 0.14 && Math.abs(dy + 0.15) < 0.05;
        boolean mouth = skin && Math.abs(dx) < 0.35 && Math.abs(dy - 0.5) < 0.04;
        boolean hair = Math.hypot(dx, dy) < 1.12 && dy < -0.45;
        int rgb =
            eye
                ? 0x2a2a30
                : mouth
                    ? 0xa04a48
                    : hair
                        ? 0x3d2c20
                        : skin ? 0xd9a583 : body ? 0x35506e : 0xc3c9cc - y / 12 * 0x010101;
        int at = 3 * (y * WIDTH + x);
        bgr[at] = (byte) rgb;
        bgr[at + 1] = (byte) (rgb >> 8);
        bgr[at + 2] = (byte) (rgb >> 16);
      }
    }
    return new Frame(WIDTH, HEIGHT, bgr, millis);
  }

  public static Frame blank(long millis) {
    return new Frame(64, 48, new byte[3 * 64 * 48], millis);
  }

  public static FrameAnalysis nobody(Frame frame) {
    return new FrameAnalysis(frame, 0, null, 0, null);
  }

  /** A face where {@link #face} draws it, with every component at this score but those named. */
  public static FrameAnalysis seen(
      Frame frame, double shift, int score, Map<QualityComponent, Integer> other) {
    double[] xyz = new double[3 * Landmarks.COUNT];
    for (int i = 0; i < Landmarks.COUNT; i++) {
      double angle = 2 * Math.PI * i / Landmarks.COUNT;
      put(xyz, i, WIDTH / 2.0 + shift + 105 * Math.sin(angle), 225 - 145 * Math.cos(angle));
    }
    int[] ring = {
      10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152,
      148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };
    for (int i = 0; i < ring.length; i++) {
      double angle = 2 * Math.PI * i / ring.length;
      put(xyz, ring[i], WIDTH / 2.0 + shift + 105 * Math.sin(angle), 225 - 145 * Math.cos(angle));
    }
    double centre = WIDTH / 2.0 + shift;
    put(xyz, Landmarks.RIGHT_EYE_OUTER, centre - 59, 203);
    put(xyz, Landmarks.RIGHT_EYE_INNER, centre - 29, 203);
    put(xyz, Landmarks.LEFT_EYE_INNER, centre + 29, 203);
    put(xyz, Landmarks.LEFT_EYE_OUTER, centre + 59, 203);
    Landmarks landmarks = new Landmarks(xyz);
    Map<QualityComponent, Integer> scores = new EnumMap<>(QualityComponent.class);
    for (QualityComponent component : QualityComponent.values()) {
      scores.put(component, other.getOrDefault(component, score));
    }
    Box box = landmarks.bounds();
    return new FrameAnalysis(
        frame,
        1,
        new Face(
            0.98,
            box,
            List.of(),
            landmarks,
            0.99,
            new Eyes(0.3, 0.3, 0.3, 0.3),
            new HeadPose(0, 0, 0),
            new byte[Face.CROP_SIZE * Face.CROP_SIZE]),
        0,
        new QualityReport(scores));
  }

  public static FrameAnalysis good(Frame frame) {
    return seen(frame, 0, 93, Map.of());
  }

  private static void put(double[] xyz, int index, double x, double y) {
    xyz[3 * index] = x;
    xyz[3 * index + 1] = y;
  }
}
