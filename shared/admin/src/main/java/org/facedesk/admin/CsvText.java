package org.facedesk.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;

/**
 * CSV as people's spreadsheets write and read it: UTF-8 with or without a byte order mark, columns
 * parted by commas, semicolons or tabs.
 */
final class CsvText {
  private static final int MOST_BYTES = 32 * 1024 * 1024;

  private CsvText() {}

  /**
   * All records of a file, the header first.
   *
   * @throws FacedeskException FILE_UNREADABLE, LIST_INVALID
   */
  static List<List<String>> read(Path file) {
    String text = text(file);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator(text))
            .setIgnoreEmptyLines(false)
            .setTrim(true)
            .get();
    try (CSVParser records = CSVParser.parse(text, format)) {
      return records.stream().map(CSVRecord::toList).toList();
    } catch (IOException | UncheckedIOException e) {
      throw invalid("The list cannot be read: a quotation mark is in the wrong place.", e);
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw invalid("The list is larger than 32 MiB.", null);
      }
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw invalid("The list is not in UTF-8.", e);
    } catch (IOException e) {
      throw new FacedeskException(ErrorCode.FILE_UNREADABLE, "The list cannot be read.", e);
    }
  }

  /** Whichever stands most often in the first line. */
  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** One line of a file we write, with its end. */
  static String line(List<String> values) {
    return CSVFormat.DEFAULT.format(values.stream().map(CsvText::guarded).toArray()) + "\r\n";
  }

  /**
   * A value that no spreadsheet takes for a formula (OWASP, CSV injection): one that begins like
   * one gets an apostrophe before it.
   */
  static String guarded(String value) {
    return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
  }

  static FacedeskException invalid(String message, @Nullable Exception cause) {
    return new FacedeskException(ErrorCode.LIST_INVALID, message, cause);
  }
}
