package org.facedesk.desktop.enroll;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.DeflaterOutputStream;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.ui.Texts;

/**
 * Writes a receipt to a PDF file: one A4 page that shows the picture {@link ReceiptPage} laid out,
 * because that knows the shapes of Arabic letters. Such a file is six objects (ISO 32000-1, 7.5),
 * too few for a library.
 */
final class ReceiptPdf {
  private static final String HEADER = "%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Integer> offsets = new ArrayList<>();

  private ReceiptPdf() {}

  /**
   * @throws FacedeskException FILE_UNWRITABLE if the file cannot be written
   */
  static void write(Receipt receipt, BufferedImage page, Path file) {
    String language = receipt.consent().language();
    String title = Texts.of(Locale.forLanguageTag(language)).get("enroll.receipt.heading");
    Path fresh = file.resolveSibling(file.getFileName() + ".part");
    try {
      // beside its place first, so that half a receipt never stands there
      Files.write(fresh, new ReceiptPdf().bytes(page, language, title));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.FILE_UNWRITABLE, "the receipt cannot be written there", e);
    }
  }

  private byte[] bytes(BufferedImage page, String language, String title) throws IOException {
    text(HEADER);
    object("<< /Type /Catalog /Pages 2 0 R /Lang (%s) >>".formatted(language));
    object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 4 0 R"
                .formatted((int) ReceiptPage.WIDTH, (int) ReceiptPage.HEIGHT)
            + " /Resources << /XObject << /Page 5 0 R >> >> >>");
    String drawing =
        "q %d 0 0 %d 0 0 cm /Page Do Q"
            .formatted((int) ReceiptPage.WIDTH, (int) ReceiptPage.HEIGHT);
    stream("", drawing.getBytes(StandardCharsets.US_ASCII));
    stream(
        "/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray"
                .formatted(page.getWidth(), page.getHeight())
            + " /BitsPerComponent 8 /Filter /FlateDecode ",
        deflated(grey(page)));
    object("<< /Title <FEFF%s> /Producer (Facedesk) >>".formatted(utf16(title)));
    int table = bytes.size();
    text("xref\n0 %d\n0000000000 65535 f \n".formatted(offsets.size() + 1));
    for (int offset : offsets) {
      text("%010d 00000 n \n".formatted(offset));
    }
    text(
        "trailer\n<< /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n"
            .formatted(offsets.size() + 1, table));
    return bytes.toByteArray();
  }

  private void object(String dictionary) {
    begin();
    text(dictionary + "\nendobj\n");
  }

  private void stream(String entries, byte[] content) {
    begin();
    text("<< %s/Length %d >>\nstream\n".formatted(entries, content.length));
    bytes.writeBytes(content);
    text("\nendstream\nendobj\n");
  }

  private void begin() {
    offsets.add(bytes.size());
    text(offsets.size() + " 0 obj\n");
  }

  private void text(String ascii) {
    bytes.writeBytes(ascii.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String utf16(String title) {
    return HexFormat.of().withUpperCase().formatHex(title.getBytes(StandardCharsets.UTF_16BE));
  }

  private static byte[] grey(BufferedImage page) {
    BufferedImage grey =
        new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    try {
      graphics.drawImage(page, 0, 0, null);
    } finally {
      graphics.dispose();
    }
    return ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
  }

  private static byte[] deflated(byte[] pixels) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(pixels);
    }
    return packed.toByteArray();
  }
}
