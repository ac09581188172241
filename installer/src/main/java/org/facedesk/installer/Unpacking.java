package org.facedesk.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.facedesk.installer.NativeFiles.Fate;

/** Turns the flat folder of jars into one with plain jars, and the libraries and models beside. */
final class Unpacking {
  private final Path to;
  private final NativeFiles rules;
  private final Platform platform;

  /**
   * @param to an empty folder
   */
  Unpacking(Path to, Platform platform) {
    this.to = to;
    this.platform = platform;
    this.rules = new NativeFiles(platform);
  }

  /** Handles every jar, in the order of their names. */
  void unpack(Path jars) throws IOException {
    for (Path jar : jarsOf(jars)) {
      unpackJar(jar);
    }
    linkOpenBlas();
  }

  static List<Path> jarsOf(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private void unpackJar(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    try (ZipFile in = new ZipFile(jar.toFile())) {
      List<ZipEntry> staying = new ArrayList<>();
      boolean changed = false;
      for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (entry.isDirectory()) {
          continue;
        }
        switch (rules.fate(entry.getName())) {
          case Fate.Stays stays -> staying.add(entry);
          case Fate.LeftOut leftOut -> changed = true;
          case Fate.Unpacked unpacked -> {
            place(in, entry, to.resolve(unpacked.folder()).resolve(unpacked.name()));
            changed = true;
          }
        }
      }
      if (name.endsWith("-" + platform.bytedeco() + ".jar") && changed) {
        return; // nothing but libraries and how they were built
      }
      if (changed) {
        rewrite(in, staying, to.resolve(name));
      } else {
        Files.copy(jar, to.resolve(name));
      }
    }
  }

  private void place(ZipFile in, ZipEntry entry, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    if (Files.exists(file)) {
      // Microsoft's runtime comes with several libraries; the first by name of jar stays
      if (platform.isWindows() && file.toString().endsWith(".dll")) {
        return;
      }
      throw new IOException("two libraries of one name: " + entry.getName());
    }
    try (InputStream bytes = in.getInputStream(entry)) {
      Files.copy(bytes, file);
    }
    // jpackage signs .dylib files and what is executable
    if (platform.isMac()
        && file.toString().endsWith(".jnilib")
        && !file.toFile().setExecutable(true)) {
      throw new IOException("cannot be made executable: " + file);
    }
  }

  private static void rewrite(ZipFile in, List<ZipEntry> staying, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : staying) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        out.putNextEntry(copy);
        try (InputStream bytes = in.getInputStream(entry)) {
          bytes.transferTo(out);
        }
        out.closeEntry();
      }
    }
  }

  /** OpenCV asks for OpenBLAS by a second name, which JavaCPP otherwise links at first start. */
  private void linkOpenBlas() throws IOException {
    Path natives = to.resolve(NativeFiles.NATIVES);
    for (String[] names :
        new String[][] {
          {"libopenblas.so.0", "libopenblas_nolapack.so.0"},
          {"libopenblas.0.dylib", "libopenblas_nolapack.0.dylib"},
          {"libopenblas.dll", "libopenblas_nolapack.dll"}
        }) {
      Path library = natives.resolve(names[0]);
      Path second = natives.resolve(names[1]);
      if (!Files.exists(library) || Files.exists(second)) {
        continue;
      }
      if (platform.isWindows()) {
        Files.copy(library, second);
      } else {
        Files.createSymbolicLink(second, library.getFileName());
      }
    }
  }
}
