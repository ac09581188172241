package org.facedesk.attack;

/**
 * How a print is held at one moment.
 *
 * @param yaw degrees about the upright axis
 * @param pitch degrees about the level axis
 * @param roll degrees in the picture's plane
 * @param x shift to the right, pixels of the camera's picture
 * @param y shift downwards, likewise
 * @param zoom how much larger than at rest; 0 at rest
 * @param curvature one over the radius of the cylinder it is bent to, 1/pixels; positive when the
 *     middle is nearest to the camera
 * @param light factor on the brightness
 */
record Pose(
    double yaw,
    double pitch,
    double roll,
    double x,
    double y,
    double zoom,
    double curvature,
    double light) {

  Pose towards(Pose other, double share) {
    return new Pose(
        mix(yaw, other.yaw, share),
        mix(pitch, other.pitch, share),
        mix(roll, other.roll, share),
        mix(x, other.x, share),
        mix(y, other.y, share),
        mix(zoom, other.zoom, share),
        mix(curvature, other.curvature, share),
        mix(light, other.light, share));
  }

  /** About the farthest way in pixels of a point that is this far from the middle. */
  double wayTo(Pose other, double radius) {
    double turned = Math.toRadians(Math.abs(roll - other.roll));
    double tilted = Math.toRadians(Math.hypot(yaw - other.yaw, pitch - other.pitch)) / 2;
    return Math.hypot(x - other.x, y - other.y)
        + radius * (turned + tilted + Math.abs(zoom - other.zoom));
  }

  /** Row by row: roll after yaw after pitch; takes the print's directions to the camera's. */
  double[] rotation() {
    double sy = Math.sin(Math.toRadians(yaw));
    double cy = Math.cos(Math.toRadians(yaw));
    double sp = Math.sin(Math.toRadians(pitch));
    double cp = Math.cos(Math.toRadians(pitch));
    double sr = Math.sin(Math.toRadians(roll));
    double cr = Math.cos(Math.toRadians(roll));
    return new double[] {
      cr * cy,
      cr * sy * sp - sr * cp,
      cr * sy * cp + sr * sp,
      sr * cy,
      sr * sy * sp + cr * cp,
      sr * sy * cp - cr * sp,
      -sy,
      cy * sp,
      cy * cp
    };
  }

  private static double mix(double one, double other, double share) {
    return one + (other - one) * share;
  }
}
