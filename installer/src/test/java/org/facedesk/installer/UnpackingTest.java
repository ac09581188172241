package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackingTest {
  @TempDir Path folder;

  private Path jars = Path.of("");
  private Path to = Path.of("");

  @BeforeEach
  void folders() throws IOException {
    jars = Files.createDirectory(folder.resolve("jars"));
    to = Files.createDirectory(folder.resolve("to"));
  }

  @Test
  void aJarKeepsItsClassesAndGivesUpItsLibraries() throws IOException {
    jar("fx-1.0-linux.jar", "javafx/Scene.class", "libprism.so");

    new Unpacking(to, Platform.LINUX_X64).unpack(jars);

    assertThat(to.resolve("natives/libprism.so")).hasContent("libprism.so");
    try (ZipFile jar = new ZipFile(to.resolve("fx-1.0-linux.jar").toFile())) {
      assertThat(jar.stream().map(ZipEntry::getName)).containsExactly("javafx/Scene.class");
    }
  }

  @Test
  void aJarWithoutLibrariesIsTheSameFile() throws IOException {
    jar("plain-1.0.jar", "org/plain/Plain.class");

    new Unpacking(to, Platform.LINUX_X64).unpack(jars);

    assertThat(to.resolve("plain-1.0.jar")).hasSameBinaryContentAs(jars.resolve("plain-1.0.jar"));
  }

  @Test
  void aJarOfNothingButLibrariesIsGone() throws IOException {
    jar(
        "openblas-0.3-linux-x86_64.jar",
        "org/bytedeco/openblas/linux-x86_64/libopenblas.so.0",
        "META-INF/MANIFEST.MF");

    new Unpacking(to, Platform.LINUX_X64).unpack(jars);

    assertThat(to.resolve("openblas-0.3-linux-x86_64.jar")).doesNotExist();
    assertThat(to.resolve("natives/libopenblas.so.0")).exists();
    assertThat(Files.readSymbolicLink(to.resolve("natives/libopenblas_nolapack.so.0")))
        .hasToString("libopenblas.so.0");
  }

  private void jar(String name, String... entries) throws IOException {
    try (OutputStream file = Files.newOutputStream(jars.resolve(name));
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String entry : entries) {
        out.putNextEntry(new ZipEntry(entry));
        out.write(entry.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
  }
}
