package org.facedesk.engine.torch;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Picture files made by the JDK's own writers, and small surgery on them. */
final class PictureFiles {
  private PictureFiles() {}

  /** A grey ramp of the given {@link BufferedImage} type. */
  static BufferedImage ramp(int type, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int v = 255 * x / (width - 1);
        image.setRGB(x, y, 0xFF000000 | (v << 16) | (v << 8) | v);
      }
    }
    return image;
  }

  static byte[] write(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ImageIO.write(image, format, file);
    return file.toByteArray();
  }

  static byte[] progressiveJpeg(int width, int height) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    writer.setOutput(ImageIO.createImageOutputStream(file));
    writer.write(
        null,
        new IIOImage(ramp(BufferedImage.TYPE_INT_RGB, width, height), null, null),
        parameters);
    writer.dispose();
    return file.toByteArray();
  }

  /** The JPEG with an EXIF segment that says how the camera was held. */
  static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    return inserted(jpeg, 2, exif.array());
  }

  static byte[] inserted(byte[] file, int at, byte[] part) {
    byte[] longer = Arrays.copyOf(file, file.length + part.length);
    System.arraycopy(part, 0, longer, at, part.length);
    System.arraycopy(file, at, longer, at + part.length, file.length - at);
    return longer;
  }

  static byte[] pngChunk(String type, byte[] data) {
    ByteBuffer chunk = ByteBuffer.allocate(data.length + 12);
    chunk.putInt(data.length).put(type.getBytes(StandardCharsets.ISO_8859_1)).put(data);
    CRC32 crc = new CRC32();
    crc.update(chunk.array(), 4, data.length + 4);
    return chunk.putInt((int) crc.getValue()).array();
  }

  /** A PNG that announces this size and has nothing to show for it. */
  static byte[] pngOfSize(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    file.writeBytes(pngChunk("IHDR", header));
    file.writeBytes(pngChunk("IDAT", new byte[20]));
    file.writeBytes(pngChunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  /** Where this marker or these bytes stand first; -1 without. */
  static int indexOf(byte[] file, int... bytes) {
    for (int at = 0; at + bytes.length <= file.length; at++) {
      boolean here = true;
      for (int i = 0; i < bytes.length && here; i++) {
        here = (file[at + i] & 0xFF) == bytes[i];
      }
      if (here) {
        return at;
      }
    }
    return -1;
  }
}
