package org.facedesk.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Somebody's work that the installer carries: one line of {@code dist/common/licences/parts.csv}.
 *
 * @param jar name of its jar without version and classifier, {@code *} at the end for any; or
 *     {@code -} for what lies inside another part
 * @param name what people call it
 * @param licence SPDX expression; each id has a file in {@code texts}
 * @param copyright as the part states it
 * @param source where its source is
 * @param texts further files in {@code texts} that belong to it
 */
record Part(
    String jar, String name, String licence, String copyright, String source, List<String> texts) {
  private static final Pattern VERSION = Pattern.compile("-[0-9].*$");
  private static final int COLUMNS = 6;

  /** Reads the table; lines that start with {@code #} are comments. */
  static List<Part> read(Path table) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (String line : Files.readAllLines(table)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split(";", -1);
      if (columns.length != COLUMNS) {
        throw new IOException(table + " has a line without " + COLUMNS + " columns: " + line);
      }
      parts.add(
          new Part(
              columns[0].strip(),
              columns[1].strip(),
              columns[2].strip(),
              columns[3].strip(),
              columns[4].strip(),
              words(columns[5], ",")));
    }
    return List.copyOf(parts);
  }

  /** The SPDX ids of its licence. */
  List<String> licences() {
    return words(licence.replaceAll("[()]", ""), " AND | OR | WITH ");
  }

  boolean describes(String artifact) {
    return jar.endsWith("*")
        ? artifact.startsWith(jar.substring(0, jar.length() - 1))
        : jar.equals(artifact);
  }

  /** {@code javafx-base-26.0.2-linux.jar} is {@code javafx-base}. */
  static String artifact(String jarName) {
    return VERSION.matcher(jarName.replaceFirst("\\.jar$", "")).replaceFirst("");
  }

  private static List<String> words(String text, String separator) {
    return Stream.of(text.split(separator))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
