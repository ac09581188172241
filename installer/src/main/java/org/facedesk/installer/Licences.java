package org.facedesk.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The terms of everything that is shipped, in one folder: a table of the parts, the text of every
 * licence, and what each jar itself says. A jar that the table does not know stops the build.
 */
final class Licences {
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(?i)(.*/)?([^/]*(licen[cs]e|notice|copying|copyright)[^/]*|(3rd-party-)?licenses/.*)");
  private static final Pattern NO_STATEMENT = Pattern.compile("(?i).*\\.(class|xml|java|hpp?)");

  private final Path folder;
  private final List<Part> parts;

  /**
   * @param folder {@code dist/common/licences}
   */
  Licences(Path folder) throws IOException {
    this.folder = folder;
    this.parts = Part.read(folder.resolve("parts.csv"));
  }

  /** Those of these jars, by name, that the table does not know. */
  List<String> unknown(Collection<String> jarNames) {
    return jarNames.stream()
        .filter(name -> parts.stream().noneMatch(part -> part.describes(Part.artifact(name))))
        .sorted()
        .toList();
  }

  /** Texts that the table asks for and that are not there. */
  List<String> missingTexts() {
    return texts().stream()
        .filter(text -> !Files.isRegularFile(folder.resolve("texts").resolve(text)))
        .toList();
  }

  /** Names of the files in {@code texts} that the table asks for. */
  Set<String> texts() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      part.licences().forEach(id -> names.add(id + ".txt"));
      names.addAll(part.texts());
    }
    return names;
  }

  /**
   * @param jars the jars as they were published, before anything was taken out
   * @param own the licence of this program
   * @throws IOException also if a jar is unknown or a text is missing
   */
  void collect(List<Path> jars, Path own, Path to) throws IOException {
    List<String> unknown = unknown(jars.stream().map(jar -> jar.getFileName().toString()).toList());
    if (!unknown.isEmpty() || !missingTexts().isEmpty()) {
      throw new IOException(
          "licences/parts.csv says nothing of %s; texts that are missing: %s"
              .formatted(unknown, missingTexts()));
    }
    Files.createDirectories(to.resolve("texts"));
    Files.copy(own, to.resolve("LICENSE"));
    for (String text : texts()) {
      Files.copy(folder.resolve("texts").resolve(text), to.resolve("texts").resolve(text));
    }
    for (Path jar : jars) {
      copyStatements(jar, to);
    }
    Files.writeString(to.resolve("README.txt"), table(jars));
  }

  private static void copyStatements(Path jar, Path to) throws IOException {
    String artifact = Part.artifact(jar.getFileName().toString());
    try (ZipFile in = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.isDirectory() || !isStatement(entry.getName())) {
          continue;
        }
        Path file = to.resolve(artifact).resolve(flat(entry.getName())).normalize();
        Files.createDirectories(file.getParent());
        try (InputStream bytes = in.getInputStream(entry)) {
          Files.write(file, bytes.readAllBytes());
        }
      }
    }
  }

  static boolean isStatement(String entry) {
    return STATEMENT.matcher(entry).matches() && !NO_STATEMENT.matcher(entry).matches();
  }

  /** Without the folders that only say where in the jar it was. */
  private static String flat(String entry) {
    String name = entry.replaceFirst("^META-INF/", "").replaceFirst("^.*/share/licenses/", "");
    return name.replace('/', '_');
  }

  private String table(List<Path> jars) {
    StringBuilder text = new StringBuilder();
    text.append(
        "Facedesk is under the Apache License 2.0 (LICENSE). It carries these parts, unchanged but for what\n");
    text.append(
        "the build says, each under its own licence; the texts are in texts/, what a part itself says is in the\n");
    text.append(
        "folder of its name. The terms of the Java runtime are in the runtime's folder legal/.\n");
    for (Part part : parts) {
      text.append('\n').append(part.name()).append('\n');
      line(text, "files", files(part, jars));
      line(text, "licence", part.licence());
      line(text, "copyright", part.copyright());
      line(text, "source", part.source());
      line(text, "see", String.join(", ", part.texts()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String value) {
    if (!value.isEmpty()) {
      text.append("    %-10s %s%n".formatted(what, value).replace("\r", ""));
    }
  }

  private static String files(Part part, List<Path> jars) {
    return String.join(
        ", ",
        jars.stream()
            .map(jar -> jar.getFileName().toString())
            .filter(name -> part.describes(Part.artifact(name)))
            .toList());
  }
}
