package org.facedesk.engine;

/**
 * How far each eye is open, by two independent measures.
 *
 * @param rightOpenness iris model: lid gap over eye width, subject's right eye; about 0.3 open,
 *     below 0.15 closed
 * @param leftOpenness the same for the left eye
 * @param rightAspectRatio eye aspect ratio of the mesh, right eye (Soukupová and Čech 2016)
 * @param leftAspectRatio the same for the left eye
 */
public record Eyes(
    double rightOpenness, double leftOpenness, double rightAspectRatio, double leftAspectRatio) {
  public double meanOpenness() {
    return (rightOpenness + leftOpenness) / 2;
  }

  public double meanAspectRatio() {
    return (rightAspectRatio + leftAspectRatio) / 2;
  }
}
