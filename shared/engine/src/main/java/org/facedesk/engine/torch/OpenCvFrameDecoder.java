package org.facedesk.engine.torch;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Frame;
import org.facedesk.engine.FrameDecoder;

/**
 * OpenCV's codecs behind a check of the file's structure. Grey, palette, alpha (dropped), 16-bit
 * (reduced) and CMYK pictures all become 8-bit BGR. Safe for many threads.
 */
public final class OpenCvFrameDecoder implements FrameDecoder {
  private final ImageLimits limits;

  public OpenCvFrameDecoder(ImageLimits limits) {
    this.limits = limits;
    NativeRuntime.prepareOpenCv();
  }

  @Override
  public Frame decode(byte[] encoded, long timestampMillis) {
    ImageStructure structure = ImageStructure.of(encoded, limits);
    try (PointerScope _ = new PointerScope()) {
      Mat pixels = decode(structure.decodable());
      int width = pixels.cols();
      int height = pixels.rows();
      boolean asAnnounced = width == structure.width() && height == structure.height();
      boolean onItsSide = width == structure.height() && height == structure.width();
      if (pixels.empty() || !(asAnnounced || onItsSide)) {
        throw ImageStructure.invalid("the picture cannot be decoded");
      }
      byte[] bgr = new byte[3 * width * height];
      pixels.data().get(bgr);
      return new Frame(width, height, bgr, timestampMillis);
    }
  }

  private static Mat decode(byte[] file) {
    try {
      Mat buffer = new Mat(1, file.length, opencv_core.CV_8UC1, new BytePointer(file));
      return opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_COLOR);
    } catch (RuntimeException e) {
      // JavaCPP turns OpenCV's exceptions into plain RuntimeExceptions.
      throw new FacedeskException(ErrorCode.INVALID_IMAGE, "the picture cannot be decoded", e);
    }
  }

  @Override
  public byte[] encodeJpeg(Frame frame, int quality) {
    try (PointerScope _ = new PointerScope()) {
      BytePointer file = new BytePointer();
      IntPointer parameters =
          new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, Math.clamp(quality, 1, 100));
      if (!opencv_imgcodecs.imencode(".jpg", Picture.of(frame).full(), file, parameters)) {
        throw new FacedeskException(ErrorCode.INTERNAL, "the frame could not be encoded");
      }
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }
}
