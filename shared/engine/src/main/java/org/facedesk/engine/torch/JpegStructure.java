package org.facedesk.engine.torch;

import static org.facedesk.engine.torch.ImageStructure.invalid;
import static org.facedesk.engine.torch.ImageStructure.unsigned16;
import static org.facedesk.engine.torch.ImageStructure.unsupported;

/**
 * Walks a JPEG file marker by marker (ITU-T T.81, annex B) from its first byte to the end-of-image
 * marker: what is cut off, what claims two sizes, and what asks for hundreds of passes is found
 * without decoding anything.
 */
final class JpegStructure {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int DHT = 0xC4;
  private static final int JPG = 0xC8;
  private static final int DAC = 0xCC;

  private final byte[] file;
  private final ImageLimits limits;
  private int at = 2;
  private int width;
  private int height;
  private int scans;

  private JpegStructure(byte[] file, ImageLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  static boolean hasSignature(byte[] file) {
    return file.length >= 3 && unsigned16(file, 0) == (0xFF00 | SOI) && (file[2] & 0xFF) == 0xFF;
  }

  static ImageStructure read(byte[] file, ImageLimits limits) {
    JpegStructure jpeg = new JpegStructure(file, limits);
    int marker = jpeg.nextMarker();
    while (marker != EOI) {
      jpeg.segment(marker);
      marker = jpeg.nextMarker();
    }
    if (jpeg.scans == 0) {
      throw invalid("the JPEG has no picture in it");
    }
    return new ImageStructure(jpeg.width, jpeg.height, file);
  }

  /** Skips entropy-coded data, stuffed zeros, restart markers and fill bytes. */
  private int nextMarker() {
    while (at + 1 < file.length) {
      int code = file[at + 1] & 0xFF;
      if ((file[at] & 0xFF) == 0xFF && code != 0xFF && isMarker(code)) {
        at += 2;
        return code;
      }
      at++;
    }
    throw invalid("the JPEG ends before its picture does");
  }

  private static boolean isMarker(int code) {
    boolean restart = code >= 0xD0 && code <= 0xD7;
    return code != 0 && !restart;
  }

  private void segment(int marker) {
    if (marker == SOI) {
      throw invalid("the JPEG begins twice");
    }
    if (marker == 0x01) {
      return;
    }
    if (at + 2 > file.length) {
      throw invalid("the JPEG ends before its picture does");
    }
    int length = unsigned16(file, at);
    if (length < 2 || at + length > file.length) {
      throw invalid("the JPEG ends before its picture does");
    }
    if (marker == SOS) {
      scan();
    } else if (isFrameHeader(marker)) {
      frameHeader(marker, length);
    }
    at += length;
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
  }

  private void frameHeader(int marker, int length) {
    if (width > 0) {
      throw invalid("the JPEG says its size twice");
    }
    if (marker > 0xC2) {
      throw unsupported("the JPEG is lossless, hierarchical or arithmetic-coded");
    }
    if (length < 8) {
      throw invalid("the JPEG's header is too short");
    }
    if (file[at + 2] != 8) {
      throw unsupported("the JPEG has other than 8 bits a sample");
    }
    int components = file[at + 7];
    if (components != 1 && components != 3 && components != 4) {
      throw unsupported("the JPEG has " + components + " colour components");
    }
    height = unsigned16(file, at + 3);
    width = unsigned16(file, at + 5);
    ImageStructure.checkSize(width, height, limits);
  }

  private void scan() {
    if (width == 0) {
      throw invalid("the JPEG's picture comes before its size");
    }
    if (++scans > limits.maxScans()) {
      throw invalid("the JPEG has more than " + limits.maxScans() + " scans");
    }
  }
}
