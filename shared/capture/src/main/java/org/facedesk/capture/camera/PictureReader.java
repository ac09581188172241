package org.facedesk.capture.camera;

import org.facedesk.core.Frame;

/** An opened device or address; all calls come from one thread. */
interface PictureReader extends AutoCloseable {
  /**
   * Blocks until there is a new picture.
   *
   * @throws org.facedesk.core.FacedeskException CAMERA_UNAVAILABLE if the device is gone
   */
  Frame read();

  @Override
  void close();
}
