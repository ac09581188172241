package org.facedesk.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The Java runtime that is shipped: the modules of {@code modules.txt}, and no tools. */
final class RuntimeImage {
  /** Languages of the window; dates and numbers of others are not needed. */
  private static final String LOCALES = "en,id,es,fr,ar";

  private final Map<String, String> modules;

  RuntimeImage(Path list) throws IOException {
    this.modules = read(list);
  }

  /** Each module with the reason why it is in. */
  static Map<String, String> read(Path list) throws IOException {
    Map<String, String> modules = new TreeMap<>();
    for (String line : Files.readAllLines(list)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\\s+", 2);
      if (columns.length != 2 || modules.put(columns[0], columns[1]) != null) {
        throw new IOException(list + ": a module without a reason, or twice: " + line);
      }
    }
    return modules;
  }

  /**
   * Compares the list with what the jars refer to. They are looked at as one jar without module
   * descriptions, as the class path takes them: jdeps would want every module that those name.
   *
   * @param work a folder to work in
   * @throws IOException if a module is missing
   */
  void check(List<Path> jars, Path work) throws IOException, InterruptedException {
    Path classes = work.resolve("classes.jar");
    merge(jars, classes);
    List<String> words =
        List.of(Command.ofJdk("jdeps"), "--ignore-missing-deps", "--list-deps", classes.toString());
    Set<String> missing = new TreeSet<>();
    for (String line : Command.output(words).lines().toList()) {
      String module = line.strip().replaceFirst("/.*", "");
      if ((module.startsWith("java.") || module.startsWith("jdk."))
          && !modules.containsKey(module)) {
        missing.add(module);
      }
    }
    Files.delete(classes);
    if (!missing.isEmpty()) {
      throw new IOException("modules.txt lacks " + missing);
    }
  }

  private static void merge(List<Path> jars, Path to) throws IOException {
    Set<String> names = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      out.setLevel(Deflater.BEST_SPEED);
      for (Path jar : jars) {
        try (ZipFile in = new ZipFile(jar.toFile())) {
          for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String name = entry.getName();
            if (!name.endsWith(".class")
                || name.endsWith("module-info.class")
                || name.startsWith("META-INF/")
                || !names.add(name)) {
              continue;
            }
            out.putNextEntry(new ZipEntry(name));
            try (InputStream bytes = in.getInputStream(entry)) {
              bytes.transferTo(out);
            }
            out.closeEntry();
          }
        }
      }
    }
  }

  void link(Path to) throws IOException, InterruptedException {
    Command.run(
        Command.ofJdk("jlink"),
        "--add-modules",
        String.join(",", modules.keySet()),
        "--output",
        to.toString(),
        "--no-header-files",
        "--no-man-pages",
        "--include-locales=" + LOCALES);
    // a quicker start: the platform's classes as they lie in memory
    Command.run(
        to.resolve("bin").resolve("java").toString(),
        Launchers.COMPACT,
        "-Xshare:dump",
        "-Xlog:disable",
        "-Xlog:all=error");
    removeCommands(to.resolve("bin"));
  }

  /** Launchers load Java as a library. On Windows its libraries lie among the commands. */
  private static void removeCommands(Path bin) throws IOException {
    try (Stream<Path> files = Files.list(bin)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (Files.isRegularFile(file) && (name.endsWith(".exe") || !name.contains("."))) {
          Files.delete(file);
        }
      }
    }
  }
}
