package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartupCacheTest {
  @Test
  void aLauncherIsToldOfTheCacheBesideItsJarsAndIsSilentAboutIt() {
    String description =
        """
        [Application]
        app.mainclass=Main

        [JavaOptions]
        java-options=-Xmx1g

        [ArgOptions]
        arguments=run
        """;

    assertThat(StartupCache.using(description))
        .isEqualTo(
            """
            [Application]
            app.mainclass=Main

            [JavaOptions]
            java-options=-XX:AOTCache=$APPDIR/facedesk.aot
            java-options=-Xlog:aot=off,cds=off
            java-options=-Xmx1g

            [ArgOptions]
            arguments=run
            """);
  }

  @Test
  void aStartOnABusyMachineIsLookedAtForLonger() {
    assertThat(StartupCache.asLongAgain(Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(15));
    assertThat(StartupCache.asLongAgain(Duration.ofSeconds(90))).isEqualTo(Duration.ofSeconds(90));
  }

  /** Java refuses a cache whose jars have another time. */
  @Test
  void thePackagesFilesHaveTheTimesOfThoseItWasMadeOf(@TempDir Path folder) throws IOException {
    Path image = Files.createDirectory(folder.resolve("image"));
    Path copied = Files.createDirectory(folder.resolve("copied"));
    FileTime time = FileTime.from(Instant.parse("2026-01-02T03:04:05Z"));
    Files.setLastModifiedTime(Files.writeString(image.resolve("a.jar"), "a"), time);
    Files.writeString(image.resolve("only-here"), "");
    Files.writeString(copied.resolve("a.jar"), "a");

    DebPackage.sameTimes(image, copied);

    assertThat(Files.getLastModifiedTime(copied.resolve("a.jar"))).isEqualTo(time);
    assertThat(copied.resolve("only-here")).doesNotExist();
  }
}
