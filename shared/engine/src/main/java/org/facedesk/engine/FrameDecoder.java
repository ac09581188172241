package org.facedesk.engine;

import org.facedesk.core.Frame;

/**
 * Turns JPEG and PNG bytes into frames. Type, dimensions and structure are read from the header
 * before a decoder sees the bytes.
 */
public interface FrameDecoder {
  /**
   * @param encoded the file's bytes; not changed
   * @return the picture, EXIF orientation applied
   * @throws org.facedesk.core.FacedeskException INVALID_IMAGE, UNSUPPORTED_MEDIA or IMAGE_TOO_LARGE
   */
  Frame decode(byte[] encoded, long timestampMillis);

  /**
   * @param quality 1..100
   * @return a JPEG file's bytes
   */
  byte[] encodeJpeg(Frame frame, int quality);
}
