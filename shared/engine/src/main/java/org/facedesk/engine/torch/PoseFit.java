package org.facedesk.engine.torch;

import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.engine.HeadPose;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.MeanFace;
import org.facedesk.models.Models;

/**
 * Head pose as the rotation that best carries the mean face onto the measured one, over points that
 * do not move with expression (Kabsch 1976). A perspective fit of six points was tried and put the
 * face behind the camera in 44 % of images.
 */
final class PoseFit {
  private static final int[] RIGID = {
    33, 133, 362, 263, 168, 6, 197, 195, 5, 4, 1, 10, 151, 9, 8, 127, 356, 234, 454, 93, 323, 70,
    300, 105, 334
  };

  /** Rigid points of the mean face, centred. */
  private final double[][] canonical;

  PoseFit(Models models) {
    canonical = rigid(MeanFace.read(models));
    centre(canonical);
  }

  HeadPose fit(Landmarks face) {
    double[][] measured = rigid(face);
    centre(measured);
    double[] covariance = new double[9];
    for (int i = 0; i < RIGID.length; i++) {
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 3; c++) {
          covariance[3 * r + c] += canonical[i][r] * measured[i][c];
        }
      }
    }
    double[] rotation = rotation(covariance);
    return new HeadPose(
        Math.toDegrees(Math.asin(Math.clamp(-rotation[6], -1.0, 1.0))),
        Math.toDegrees(Math.atan2(rotation[7], rotation[8])),
        Math.toDegrees(Math.atan2(rotation[3], rotation[0])));
  }

  private static double[][] rigid(Landmarks face) {
    return Arrays.stream(RIGID)
        .mapToObj(i -> new double[] {face.x(i), face.y(i), face.z(i)})
        .toArray(double[][]::new);
  }

  /** With covariance = U·S·Vᵗ: V·diag(1, 1, ±1)·Uᵗ, the sign such that nothing is mirrored. */
  private static double[] rotation(double[] covariance) {
    Mat s = new Mat();
    Mat u = new Mat();
    Mat vt = new Mat();
    opencv_core.SVDecomp(new Mat(3, 3, CV_64FC1, new DoublePointer(covariance)), s, u, vt);
    double[] left = values(u);
    double[] right = values(vt);
    double sign = Math.signum(determinant(left) * determinant(right));
    double[] rotation = new double[9];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        rotation[3 * r + c] =
            right[r] * left[3 * c]
                + right[3 + r] * left[3 * c + 1]
                + sign * right[6 + r] * left[3 * c + 2];
      }
    }
    return rotation;
  }

  private static double[] values(Mat matrix) {
    double[] values = new double[9];
    new DoublePointer(matrix.data()).get(values);
    return values;
  }

  private static double determinant(double[] m) {
    return m[0] * (m[4] * m[8] - m[5] * m[7])
        - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
  }

  private static void centre(double[][] points) {
    for (int axis = 0; axis < 3; axis++) {
      double mean = 0;
      for (double[] point : points) {
        mean += point[axis] / points.length;
      }
      for (double[] point : points) {
        point[axis] -= mean;
      }
    }
  }
}
