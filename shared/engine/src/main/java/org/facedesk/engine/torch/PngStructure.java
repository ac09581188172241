package org.facedesk.engine.torch;

import static org.facedesk.engine.torch.ImageStructure.invalid;
import static org.facedesk.engine.torch.ImageStructure.unsigned32;
import static org.facedesk.engine.torch.ImageStructure.unsupported;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks a PNG file chunk by chunk (ISO/IEC 15948) with its checksums, and passes on to the decoder
 * only the chunks that make the picture: compressed texts and colour profiles, which may unpack to
 * a thousand times their size, never reach it.
 */
final class PngStructure {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "eXIf", "IDAT", "IEND");
  private static final int HEADER_LENGTH = 13;

  private PngStructure() {}

  static boolean hasSignature(byte[] file) {
    return file.length >= SIGNATURE.length
        && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  static ImageStructure read(byte[] file, ImageLimits limits) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE.length);
    int at = SIGNATURE.length;
    boolean first = true;
    boolean data = false;
    while (true) {
      String type = checkedType(file, at);
      int length = (int) unsigned32(file, at);
      if (first != type.equals("IHDR")) {
        throw invalid("the PNG's header is not its first chunk");
      }
      if (first) {
        checkHeader(file, at + 8, length, limits);
      }
      if (type.equals("acTL")) {
        throw unsupported("the PNG is animated");
      }
      if (PICTURE.contains(type)) {
        kept.write(file, at, length + 12);
      } else if (Character.isUpperCase(type.charAt(0))) {
        throw unsupported("the PNG has an unknown critical chunk");
      }
      data |= type.equals("IDAT");
      if (type.equals("IEND")) {
        break;
      }
      first = false;
      at += length + 12;
    }
    if (!data) {
      throw invalid("the PNG has no picture in it");
    }
    int header = SIGNATURE.length + 8;
    return new ImageStructure(
        (int) unsigned32(file, header), (int) unsigned32(file, header + 4), kept.toByteArray());
  }

  /** The chunk's type, after its length and checksum were found to be right. */
  private static String checkedType(byte[] file, int at) {
    if (at + 12 > file.length || unsigned32(file, at) > file.length - at - 12L) {
      throw invalid("the PNG ends before its picture does");
    }
    int length = (int) unsigned32(file, at);
    CRC32 crc = new CRC32();
    crc.update(file, at + 4, length + 4);
    if (crc.getValue() != unsigned32(file, at + 8 + length)) {
      throw invalid("a part of the PNG does not match its checksum");
    }
    return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
  }

  private static void checkHeader(byte[] file, int at, int length, ImageLimits limits) {
    if (length != HEADER_LENGTH) {
      throw invalid("the PNG's header has a wrong length");
    }
    int depth = file[at + 8];
    boolean known =
        switch (file[at + 9]) {
          case 0 -> Set.of(1, 2, 4, 8, 16).contains(depth);
          case 3 -> Set.of(1, 2, 4, 8).contains(depth);
          case 2, 4, 6 -> depth == 8 || depth == 16;
          default -> false;
        };
    if (!known) {
      throw invalid("the PNG's colour type does not exist");
    }
    ImageStructure.checkSize(unsigned32(file, at), unsigned32(file, at + 4), limits);
  }
}
