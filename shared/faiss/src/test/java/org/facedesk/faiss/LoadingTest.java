package org.facedesk.faiss;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Each case needs a Java machine of its own, because a library is loaded only once. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class LoadingTest {

  private static final List<String> LIBRARIES =
      List.of(
          "/org/facedesk/faiss/linux-x86_64/libjnifaiss.so",
          "/org/facedesk/faiss/linux-x86_64/libgomp.so.1",
          "/org/bytedeco/javacpp/linux-x86_64/libjnijavacpp.so",
          "/org/bytedeco/openblas/linux-x86_64/libopenblas.so.0",
          "/org/bytedeco/openblas/linux-x86_64/libgfortran.so.5",
          "/org/bytedeco/openblas/linux-x86_64/libquadmath.so.0",
          "/org/bytedeco/openblas/linux-x86_64/libgcc_s.so.1");

  /** Loads FAISS and prints which files of it are in the process. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws IOException {
      Faiss.load();
      Files.readAllLines(Path.of("/proc/self/maps")).stream()
          .filter(
              line -> line.contains("r-xp") && line.matches(".*lib(jnifaiss|gomp|openblas)\\b.*"))
          .map(line -> line.substring(line.indexOf('/')))
          .distinct()
          .forEach(System.out::println);
    }
  }

  @TempDir private Path folder;

  @Test
  void the_loader_unpacks_the_libraries_from_the_jars() throws Exception {
    String output = run("-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"));

    assertThat(output).contains("libjnifaiss.so", "libgomp.so.1", "libopenblas.so.0");
    assertThat(folder.resolve("cache")).isNotEmptyDirectory();
  }

  @Test
  void an_installed_program_loads_them_from_its_folder_and_unpacks_nothing() throws Exception {
    Path natives = Files.createDirectory(folder.resolve("natives"));
    for (String library : LIBRARIES) {
      copy(library, natives);
    }

    String output =
        run(
            "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
            "-Dorg.bytedeco.javacpp.pathsFirst=true",
            "-Dorg.bytedeco.javacpp.cacheLibraries=false",
            "-Djava.library.path=" + natives);

    assertThat(output.lines())
        .containsExactlyInAnyOrder(
            natives.resolve("libjnifaiss.so").toString(),
            natives.resolve("libgomp.so.1").toString(),
            natives.resolve("libopenblas.so.0").toString());
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  private static void copy(String resource, Path folder) throws IOException {
    try (InputStream in = LoadingTest.class.getResourceAsStream(resource)) {
      assertThat(in).as(resource).isNotNull();
      Files.copy(in, folder.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
    }
  }

  private static String run(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }
}
