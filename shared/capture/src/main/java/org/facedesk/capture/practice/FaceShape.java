package org.facedesk.capture.practice;

/**
 * Other proportions for the same face: smooth displacements of the relief, every number relative to
 * the portrait's own (1 leaves it as it is).
 *
 * @param width of the whole face
 * @param jaw width below the mouth
 * @param chin length from mouth to chin
 * @param eyeSpacing distance between the eyes
 * @param eyeSize both ways
 * @param noseLength from the eyes to the tip
 * @param noseWidth at the wings
 * @param mouthWidth at the corners
 * @param depth how far the nose stands out; a narrow face needs less for a turn to read as drawn
 */
record FaceShape(
    double width,
    double jaw,
    double chin,
    double eyeSpacing,
    double eyeSize,
    double noseLength,
    double noseWidth,
    double mouthWidth,
    double depth) {
  private static final int NOSE_TIP = 4;
  private static final int MOUTH = 13;
  private static final int CHIN = 152;
  private static final int[][] EYES = {{33, 133}, {263, 362}};

  HeadMesh apply(HeadMesh mesh) {
    float[] x = mesh.x().clone();
    float[] y = mesh.y().clone();
    float[] z = mesh.z().clone();
    double unit = mesh.eyeDistance();
    double middle = (x[HeadMesh.RIGHT_EYE_OUTER] + x[HeadMesh.LEFT_EYE_OUTER]) / 2;
    double eyeLine = (y[HeadMesh.RIGHT_EYE_OUTER] + y[HeadMesh.LEFT_EYE_OUTER]) / 2;
    for (int i = 0; i < HeadMesh.MOVING; i++) {
      double px = mesh.x()[i];
      double py = mesh.y()[i];
      double dx = 0;
      double dy = 0;
      for (int[] eye : EYES) {
        double ex = (mesh.x()[eye[0]] + mesh.x()[eye[1]]) / 2;
        double ey = (mesh.y()[eye[0]] + mesh.y()[eye[1]]) / 2;
        double near = bell(px - ex, py - ey, .36 * unit, .24 * unit);
        dx += near * ((eyeSpacing - 1) * (ex - middle) + (eyeSize - 1) * (px - ex));
        dy += near * (eyeSize - 1) * (py - ey);
      }
      double nose = bell(px - mesh.x()[NOSE_TIP], py - mesh.y()[NOSE_TIP], .26 * unit, .3 * unit);
      dx += nose * (noseWidth - 1) * (px - mesh.x()[NOSE_TIP]);
      dy += nose * (noseLength - 1) * (mesh.y()[NOSE_TIP] - eyeLine);
      double mouth = bell(px - mesh.x()[MOUTH], py - mesh.y()[MOUTH], .5 * unit, .25 * unit);
      dx += mouth * (mouthWidth - 1) * (px - mesh.x()[MOUTH]);
      double below = smooth((py - mesh.y()[NOSE_TIP]) / (mesh.y()[CHIN] - mesh.y()[NOSE_TIP]));
      double fading = i < HeadMesh.FACE ? 1 : .4;
      dx += fading * below * (jaw - 1) * (px - middle);
      dy += fading * below * (chin - 1) * (mesh.y()[CHIN] - mesh.y()[MOUTH]);
      dx += fading * (width - 1) * (px - middle);
      x[i] = (float) (px + dx);
      y[i] = (float) (py + dy);
      z[i] = (float) (mesh.z()[i] * depth);
    }
    return mesh.with(x, y, z);
  }

  private static double bell(double dx, double dy, double widthX, double widthY) {
    return Math.exp(-(dx * dx / (widthX * widthX) + dy * dy / (widthY * widthY)));
  }

  private static double smooth(double t) {
    double c = Math.clamp(t, 0., 1.);
    return c * c * (3 - 2 * c);
  }
}
