package org.facedesk.capture.camera;

/**
 * A camera that can be opened.
 *
 * @param number the platform's number of it, from 0; on Linux that of {@code /dev/videoN}
 * @param name what the operator sees; unlike any other's in one list
 */
public record CameraInfo(int number, String name) {}
