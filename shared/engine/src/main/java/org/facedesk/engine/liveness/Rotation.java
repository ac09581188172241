package org.facedesk.engine.liveness;

/**
 * A rotation of the head that was proven, from the session's frontal frame.
 *
 * @param yaw degrees, median over the frames that prove it; below 0 to the person's own left
 * @param pitch degrees, below 0 up
 * @param startMillis when the head had turned that far
 */
public record Rotation(double yaw, double pitch, long startMillis) {}
