package org.facedesk.engine.torch;

import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * What the file itself says, read without a decoder.
 *
 * @param decodable the bytes that the decoder is to see
 */
record ImageStructure(int width, int height, byte[] decodable) {

  /**
   * @throws FacedeskException UNSUPPORTED_MEDIA, INVALID_IMAGE or IMAGE_TOO_LARGE
   */
  static ImageStructure of(byte[] file, ImageLimits limits) {
    if (file.length > limits.maxBytes()) {
      throw new FacedeskException(
          ErrorCode.IMAGE_TOO_LARGE,
          "the picture has %d bytes, %d are allowed".formatted(file.length, limits.maxBytes()));
    }
    if (JpegStructure.hasSignature(file)) {
      return JpegStructure.read(file, limits);
    }
    if (PngStructure.hasSignature(file)) {
      return PngStructure.read(file, limits);
    }
    throw new FacedeskException(ErrorCode.UNSUPPORTED_MEDIA, "the picture is neither JPEG nor PNG");
  }

  static void checkSize(long width, long height, ImageLimits limits) {
    if (width <= 0 || height <= 0) {
      throw invalid("the picture has no pixels");
    }
    // Neither factor exceeds 2^32, so the product is checked without overflow.
    if (width > limits.maxPixels() || width * height > limits.maxPixels()) {
      throw new FacedeskException(
          ErrorCode.IMAGE_TOO_LARGE,
          "the picture is %d x %d, %d pixels are allowed"
              .formatted(width, height, limits.maxPixels()));
    }
  }

  static FacedeskException invalid(String message) {
    return new FacedeskException(ErrorCode.INVALID_IMAGE, message);
  }

  static FacedeskException unsupported(String message) {
    return new FacedeskException(ErrorCode.UNSUPPORTED_MEDIA, message);
  }

  static int unsigned16(byte[] file, int at) {
    return ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
  }

  static long unsigned32(byte[] file, int at) {
    return ((long) unsigned16(file, at) << 16) | unsigned16(file, at + 2);
  }
}
