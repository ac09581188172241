/**
 * Real cameras: devices of this computer and network cameras by address, through the webcam-capture
 * API with a driver of our own on JavaCV.
 *
 * <p>webcam-capture brings the model (a driver lists devices, a webcam is opened, read, closed) but
 * its own driver has natives for few platforms. {@link JavaCvDriver} replaces it: OpenCV reads a
 * local device by its number, FFmpeg reads an address. Each open {@link Camera} has one thread, in
 * which all native calls on it are made; a device that hangs can hold up that thread and nothing
 * else.
 */
@NullMarked
package org.facedesk.capture.camera;

import org.jspecify.annotations.NullMarked;
