package org.facedesk.engine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DecoderLauncherTest {
  @Test
  void theStationLooksForTheLauncherThatIsInstalled() throws IOException {
    String launchers =
        Files.readString(Path.of("src/main/java/org/facedesk/installer/Launchers.java"));

    assertThat(launchers).contains("DECODER = \"" + WorkerCommand.LAUNCHER + "\"");
    assertThat(launchers).contains("\"" + DecoderWorker.class.getName() + "\"");
  }
}
