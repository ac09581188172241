package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.facedesk.installer.NativeFiles.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeFilesTest {
  private final NativeFiles rules = new NativeFiles(Platform.LINUX_X64);

  @Test
  void thisPlatformsLibrariesLieBesideTheJars() {
    assertThat(rules.fate("org/bytedeco/opencv/linux-x86_64/libopencv_core.so.413"))
        .isEqualTo(new Fate.Unpacked("natives", "libopencv_core.so.413"));
    assertThat(rules.fate("org/facedesk/faiss/linux-x86_64/libjnifaiss.so"))
        .isEqualTo(new Fate.Unpacked("natives", "libjnifaiss.so"));
    assertThat(rules.fate("pytorch/cpu/linux-x86_64/libtorch_cpu.so"))
        .isEqualTo(new Fate.Unpacked("libtorch", "libtorch_cpu.so"));
    assertThat(rules.fate("jnilib/linux-x86_64/cpu/libdjl_torch.so"))
        .isEqualTo(new Fate.Unpacked("libtorch", "libdjl_torch.so"));
    assertThat(rules.fate("libglassgtk3.so"))
        .isEqualTo(new Fate.Unpacked("natives", "libglassgtk3.so"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jnilib/win-x86_64/cpu/djl_torch.dll",
        "jnilib/linux-x86_64/cu128/libdjl_torch.so",
        "com/sun/jna/linux-aarch64/libjnidispatch.so",
        "org/bytedeco/opencv/linux-x86_64/libopencv_dnn.so.413",
        "org/bytedeco/opencv/linux-x86_64/python/cv2.cpython-314-x86_64-linux-gnu.so",
        "org/bytedeco/ffmpeg/linux-x86_64/ffmpeg",
        "org/bridj/lib/linux_x64/libbridj.so",
      })
  void whatIsNotForHereIsLeftOut(String entry) {
    assertThat(rules.fate(entry)).isInstanceOf(Fate.LeftOut.class);
  }

  @Test
  void modelsLieBesideTheJarsAndClassesStay() {
    assertThat(rules.fate("org/facedesk/models/iris.pt"))
        .isEqualTo(new Fate.Unpacked("models", "iris.pt"));
    assertThat(rules.fate("org/facedesk/models/manifest.json"))
        .isEqualTo(new Fate.Unpacked("models", "manifest.json"));
    assertThat(rules.fate("org/facedesk/models/Models.class")).isEqualTo(new Fate.Stays());
    assertThat(rules.fate("native/lib/pytorch.properties")).isEqualTo(new Fate.Stays());
  }

  @Test
  void aLibraryThatNoRuleKnowsStopsTheBuild() {
    assertThatThrownBy(() -> rules.fate("com/example/native/libsurprise.so"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("libsurprise.so");
  }

  /** Whatever a dependency brings along: nothing is left in a jar that would unpack itself. */
  @Test
  void everyLibraryThatIsShippedIsThisPlatformsAndHasOnePlace() throws IOException {
    NativeFiles here = new NativeFiles(Platform.current());
    List<Fate> places = new ArrayList<>();
    for (Path jar : Shipped.jars()) {
      try (ZipFile in = new ZipFile(jar.toFile())) {
        for (Enumeration<? extends ZipEntry> all = in.entries(); all.hasMoreElements(); ) {
          ZipEntry entry = all.nextElement();
          Fate fate = here.fate(entry.getName());
          if (NativeFiles.isNative(entry.getName())) {
            assertThat(fate).as(entry.getName()).isNotInstanceOf(Fate.Stays.class);
          }
          if (fate instanceof Fate.Unpacked) {
            places.add(fate);
          }
        }
      }
    }

    assertThat(places).hasSizeGreaterThan(20);
    if (!Platform.current().isWindows()) {
      assertThat(places).doesNotHaveDuplicates();
    }
  }
}
