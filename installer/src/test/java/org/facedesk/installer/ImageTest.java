package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageTest {
  @Nested
  class TheIcon {
    @ParameterizedTest
    @ValueSource(ints = {16, 48, 256})
    void isDrawnInTheSizeThatIsAskedFor(int size) throws IOException {
      BufferedImage icon = ImageIO.read(new ByteArrayInputStream(Icon.png(size)));

      assertThat(icon.getWidth()).isEqualTo(size);
      assertThat(icon.getRGB(0, 0) >>> 24).as("the corner is clear").isZero();
      assertThat(icon.getRGB(size / 8, size / 2) >>> 24).as("the ground is not").isEqualTo(255);
    }

    @Test
    void hasTheSameBytesEachTime() {
      assertThat(Icon.ico()).isEqualTo(Icon.ico());
      assertThat(Icon.icns()).isEqualTo(Icon.icns());
    }

    @Test
    void saysItsLengthToWindowsAndApple() {
      ByteBuffer apple = ByteBuffer.wrap(Icon.icns());
      assertThat(apple.getInt()).isEqualTo(0x69636E73);
      assertThat(apple.getInt()).isEqualTo(apple.capacity());

      ByteBuffer windows = ByteBuffer.wrap(Icon.ico()).order(java.nio.ByteOrder.LITTLE_ENDIAN);
      int last = 6 + 16 * (windows.getShort(4) - 1);
      assertThat(windows.getInt(last + 8) + windows.getInt(last + 12))
          .isEqualTo(windows.capacity());
    }
  }

  @Nested
  class TheRuntime {
    @Test
    void isMadeOfModulesThatThereAre() throws IOException {
      Map<String, String> modules = RuntimeImage.read(Shipped.dist().resolve("common/modules.txt"));

      assertThat(modules).containsKeys("java.base", "jdk.localedata");
      assertThat(modules.keySet())
          .allSatisfy(name -> assertThat(ModuleFinder.ofSystem().find(name)).as(name).isPresent());
    }
  }

  @Nested
  class TheLaunchers {
    @Test
    void unpackAndDownloadNothing() {
      assertThat(Launchers.stationOptions())
          .contains(
              "-Djava.library.path=$APPDIR/natives",
              "-Dorg.bytedeco.javacpp.cacheLibraries=false",
              "-DPYTORCH_LIBRARY_PATH=$APPDIR/libtorch",
              "-Djna.nounpack=true",
              "-Dai.djl.offline=true",
              "-Dfacedesk.models=$APPDIR/models");
    }

    @Test
    void theDecoderLeavesNoPictureBehindWhenItCrashes() {
      assertThat(Launchers.decoderOptions())
          .contains("-XX:-CreateCoredumpOnCrash", "-XX:+SuppressFatalErrorMessage");
    }

    @Test
    void areDescribedToJpackage(@TempDir Path folder) throws IOException {
      assertThat(Launchers.describe(folder, "main.jar"))
          .contains(
              "--add-launcher",
              "facedesk-station=" + folder.resolve("facedesk-station.properties"));
      assertThat(Files.readString(folder.resolve("facedesk-decoder.properties")))
          .contains("main-jar=main.jar", "main-class=org.facedesk.engine.isolation.DecoderWorker");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,LINUX_X64",
    "Linux,aarch64,LINUX_ARM64",
    "Mac OS X,aarch64,MAC_ARM64",
    "Windows 11,amd64,WINDOWS_X64",
  })
  void thePlatformIsKnownByWhatJavaCallsIt(String os, String arch, Platform platform) {
    assertThat(Platform.of(os, arch)).isEqualTo(platform);
  }
}
