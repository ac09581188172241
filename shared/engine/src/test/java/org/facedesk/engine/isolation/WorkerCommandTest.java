package org.facedesk.engine.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerCommandTest {
  @TempDir Path bin;

  @Test
  void anInstalledProgramStartsTheDecoderThatLiesBesideIt() throws IOException {
    Path decoder = Files.createFile(bin.resolve(WorkerCommand.LAUNCHER));
    assertThat(decoder.toFile().setExecutable(true)).isTrue();

    assertThat(WorkerCommand.ofInstalled(bin.resolve("facedesk")))
        .containsExactly(decoder.toString());
  }

  @Test
  void onWindowsTheDecoderHasAnEnding() throws IOException {
    Path decoder = Files.createFile(bin.resolve(WorkerCommand.LAUNCHER + ".exe"));
    assertThat(decoder.toFile().setExecutable(true)).isTrue();

    assertThat(WorkerCommand.ofInstalled(bin.resolve("Facedesk.exe")))
        .containsExactly(decoder.toString());
  }

  @Test
  void anInstalledProgramWithoutADecoderIsOneItself() {
    Path program = bin.resolve("facedesk");

    assertThat(WorkerCommand.ofInstalled(program))
        .containsExactly(program.toString(), WorkerCommand.SUBCOMMAND);
  }
}
