package org.facedesk.desktop.enroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facedesk.admin.ConsentTexts;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.desktop.capture.FakeDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptPdfTest {
  @TempDir private Path folder;
  private final BufferedImage page = new BufferedImage(60, 85, BufferedImage.TYPE_INT_ARGB);
  private final Receipt receipt =
      new Receipt(
          "Front desk",
          "E-1024",
          "Ada",
          UUID.fromString("00000000-0000-4000-8000-00000000000b"),
          FakeDesk.START,
          ConsentTexts.read(null).in("ar"),
          false);

  private String written() throws IOException {
    Path file = folder.resolve("receipt.pdf");
    ReceiptPdf.write(receipt, page, file);
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  @Test
  void itIsOnePageInThePersonsLanguage() throws IOException {
    String text = written();
    assertThat(text).startsWith("%PDF-1.5").endsWith("%%EOF\n");
    assertThat(text).contains("/Count 1", "/Lang (ar)", "/MediaBox [0 0 595 842]");
    assertThat(text).contains("/Width 60 /Height 85");
  }

  @Test
  void itsTableLeadsToEachObject() throws IOException {
    String text = written();
    Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(text);
    assertThat(start.find()).isTrue();
    String table = text.substring(Integer.parseInt(start.group(1)));
    assertThat(table).startsWith("xref\n0 7\n");
    Matcher entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(table);
    int objects = 0;
    while (entries.find()) {
      objects++;
      assertThat(text.substring(Integer.parseInt(entries.group(1)))).startsWith(objects + " 0 obj");
    }
    assertThat(objects).isEqualTo(6);
  }

  @Test
  void anEarlierReceiptIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("receipt.pdf"), "old");
    ReceiptPdf.write(receipt, page, file);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsAFault() {
    Path nowhere = folder.resolve("missing").resolve("receipt.pdf");
    assertThatExceptionOfType(FacedeskException.class)
        .isThrownBy(() -> ReceiptPdf.write(receipt, page, nowhere))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNWRITABLE));
  }
}
