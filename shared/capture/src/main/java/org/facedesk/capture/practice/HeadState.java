package org.facedesk.capture.practice;

/**
 * How the head is held at one moment; angles as the engine measures them.
 *
 * @param yaw degrees, &gt; 0 nose towards the picture's left
 * @param pitch degrees, &gt; 0 down
 * @param roll degrees, &gt; 0 clockwise
 * @param closure of both eyes, 0 open to 1 shut
 * @param scale 1 at rest, larger is nearer
 * @param dx pixels to the right
 * @param dy pixels down
 */
public record HeadState(
    double yaw, double pitch, double roll, double closure, double scale, double dx, double dy) {
  /** Looking into the camera, eyes open. */
  public static final HeadState REST = new HeadState(0, 0, 0, 0, 1, 0, 0);

  /** The same head turned otherwise. */
  public HeadState turned(double newYaw, double newPitch) {
    return new HeadState(newYaw, newPitch, roll, closure, scale, dx, dy);
  }

  /** The same head with other eyes. */
  public HeadState closed(double newClosure) {
    return new HeadState(yaw, pitch, roll, newClosure, scale, dx, dy);
  }
}
