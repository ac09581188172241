package org.facedesk.engine.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.facedesk.core.Frame;
import org.facedesk.engine.Box;
import org.facedesk.engine.Eyes;
import org.facedesk.engine.Face;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.QualityReport;

/**
 * A frontal face (the mean mesh) of chosen size and place, in a picture that a test paints pixel by
 * pixel.
 *
 * @param eyeDistance between the eye centres, pixels
 * @param centreX of the point between the eyes
 * @param centreY of the point between the eyes
 */
record PaintedFace(
    int width, int height, double eyeDistance, double centreX, double centreY, HeadPose pose) {
  private static final double[] MESH = frontalMesh();
  private static final Landmarks UNSCALED = new Landmarks(MESH);

  /** A colour, 0xRRGGBB, for a place that is given in inter-eye distances from between the eyes. */
  @FunctionalInterface
  interface Paint {
    int at(double x, double y);
  }

  static PaintedFace usual() {
    return new PaintedFace(640, 480, 80, 320, 200, new HeadPose(0, 0, 0));
  }

  PaintedFace at(double x, double y) {
    return new PaintedFace(width, height, eyeDistance, x, y, pose);
  }

  PaintedFace scaled(double factor) {
    return new PaintedFace(
        (int) (width * factor),
        (int) (height * factor),
        eyeDistance * factor,
        centreX * factor,
        centreY * factor,
        pose);
  }

  PaintedFace eyeDistance(double pixels) {
    return new PaintedFace(width, height, pixels, centreX, centreY, pose);
  }

  PaintedFace turned(double yaw, double pitch, double roll) {
    return new PaintedFace(
        width, height, eyeDistance, centreX, centreY, new HeadPose(yaw, pitch, roll));
  }

  Face face() {
    return face(0.3);
  }

  /**
   * @param openness of both eyes, lid gap over width
   */
  Face face(double openness) {
    Landmarks landmarks = landmarks();
    Box bounds = landmarks.bounds();
    Eyes eyes = new Eyes(openness, openness, openness, openness);
    return new Face(
        0.9,
        bounds,
        List.of(),
        landmarks,
        1,
        eyes,
        pose,
        new byte[Face.CROP_SIZE * Face.CROP_SIZE]);
  }

  Landmarks landmarks() {
    double unit = eyeDistance / UNSCALED.interEyeDistance();
    double midX = (UNSCALED.rightEyeCentre().x() + UNSCALED.leftEyeCentre().x()) / 2;
    double midY = (UNSCALED.rightEyeCentre().y() + UNSCALED.leftEyeCentre().y()) / 2;
    double[] xyz = new double[MESH.length];
    for (int i = 0; i < MESH.length; i += 3) {
      xyz[i] = centreX + (MESH[i] - midX) * unit;
      xyz[i + 1] = centreY + (MESH[i + 1] - midY) * unit;
      xyz[i + 2] = MESH[i + 2] * unit;
    }
    return new Landmarks(xyz);
  }

  Frame paint(Paint paint) {
    byte[] bgr = new byte[3 * width * height];
    for (int y = 0, p = 0; y < height; y++) {
      for (int x = 0; x < width; x++, p += 3) {
        int colour = paint.at((x + 0.5 - centreX) / eyeDistance, (y + 0.5 - centreY) / eyeDistance);
        bgr[p] = (byte) colour;
        bgr[p + 1] = (byte) (colour >> 8);
        bgr[p + 2] = (byte) (colour >> 16);
      }
    }
    return new Frame(width, height, bgr, 0);
  }

  QualityReport assess(Paint paint) {
    return new QualityAssessor().assess(paint(paint), face(), 0);
  }

  static int grey(double value) {
    int level = Math.clamp(Math.round(value), 0, 255);
    return (level << 16) | (level << 8) | level;
  }

  private static double[] frontalMesh() {
    String name = "/org/facedesk/models/canonical468.csv";
    try (InputStream in =
        Objects.requireNonNull(PaintedFace.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .flatMap(line -> List.of(line.split(",")).stream())
          .mapToDouble(Double::parseDouble)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
