package org.facedesk.capture.practice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The relief of the portrait: where each vertex lies in the picture and how deep, and the triangles
 * between them. Arrays are not copied and not to be written to.
 *
 * @param x pixels of the portrait
 * @param y pixels of the portrait
 * @param z same scale, negative towards the camera
 * @param triangles three indices each
 */
record HeadMesh(float[] x, float[] y, float[] z, int[] triangles) {
  /** Vertices of the face proper, numbered as in the MediaPipe face mesh. */
  static final int FACE = 468;

  /** The oval blown up: hair, ears and neck. They move with the head; what follows stands still. */
  static final int RING = 36;

  static final int MOVING = FACE + RING;

  static final int RIGHT_EYE_OUTER = 33;
  static final int LEFT_EYE_OUTER = 263;

  /** Distance between the outer eye corners, pixels: the unit of all proportions here. */
  double eyeDistance() {
    return Math.hypot(
        x[RIGHT_EYE_OUTER] - x[LEFT_EYE_OUTER], y[RIGHT_EYE_OUTER] - y[LEFT_EYE_OUTER]);
  }

  /** The same triangles on other vertices. */
  HeadMesh with(float[] newX, float[] newY, float[] newZ) {
    return new HeadMesh(newX, newY, newZ, triangles);
  }

  /** Reads the mesh that {@code export/practice_head.py} wrote. */
  static HeadMesh load() {
    List<float[]> vertices = new ArrayList<>();
    List<int[]> triangles = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(HeadMesh.class.getResourceAsStream("head.csv"), "head.csv");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] part = line.split(",");
        if (part[0].equals("v")) {
          vertices.add(
              new float[] {
                Float.parseFloat(part[1]), Float.parseFloat(part[2]), Float.parseFloat(part[3])
              });
        } else {
          triangles.add(
              new int[] {
                Integer.parseInt(part[1]), Integer.parseInt(part[2]), Integer.parseInt(part[3])
              });
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return of(vertices, triangles);
  }

  private static HeadMesh of(List<float[]> vertices, List<int[]> triangles) {
    int n = vertices.size();
    float[] x = new float[n];
    float[] y = new float[n];
    float[] z = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = vertices.get(i)[0];
      y[i] = vertices.get(i)[1];
      z[i] = vertices.get(i)[2];
    }
    int[] corners = new int[3 * triangles.size()];
    for (int t = 0; t < triangles.size(); t++) {
      System.arraycopy(triangles.get(t), 0, corners, 3 * t, 3);
    }
    return new HeadMesh(x, y, z, corners);
  }
}
