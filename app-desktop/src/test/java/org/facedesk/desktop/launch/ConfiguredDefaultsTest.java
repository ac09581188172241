package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Command line before environment before file before what is built in. */
class ConfiguredDefaultsTest {
  @TempDir private Path folder;

  @Test
  void whatNobodySetsIsBuiltIn() {
    assertThat(settings(Map.of()).port()).isEqualTo(8765);
  }

  @Test
  void theFileInTheDataFolderIsRead() throws IOException {
    write("port=1111\nhost=127.0.0.2\ntls=true\n");

    ServerSettings settings = settings(Map.of());

    assertThat(settings.port()).isEqualTo(1111);
    assertThat(settings.host()).isEqualTo("127.0.0.2");
    assertThat(settings.tls()).isInstanceOf(ServerSettings.Tls.SelfSigned.class);
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    write("port=1111\n");

    assertThat(settings(Map.of("FACEDESK_PORT", "2222")).port()).isEqualTo(2222);
  }

  @Test
  void theCommandLineGoesBeforeBoth() throws IOException {
    write("port=1111\n");

    assertThat(settings(Map.of("FACEDESK_PORT", "2222"), "--port", "3333").port()).isEqualTo(3333);
  }

  @Test
  void anotherFileCanBeNamed() throws IOException {
    Path other = folder.resolve("other.properties");
    Files.writeString(other, "port=4444\n");

    assertThat(settings(Map.of("FACEDESK_CONFIG", other.toString())).port()).isEqualTo(4444);
    assertRefused(Map.of("FACEDESK_CONFIG", folder.resolve("none").toString()), "none");
  }

  @Test
  void aSettingThatThereIsNotIsRefusedByName() throws IOException {
    write("prot=1111\n");

    assertRefused(Map.of(), "prot");
  }

  @Test
  void everyStationSettingCanStandInTheFile() {
    assertThat(ConfiguredDefaults.names())
        .contains("store", "host", "port", "tls", "certificate", "key", "public-url", "camera");
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("station.properties"), text);
  }

  private ServerSettings settings(Map<String, String> environment, String... more) {
    List<String> arguments = new ArrayList<>(List.of("--data", folder.toString()));
    arguments.addAll(List.of(more));
    ServeCommand command = new ServeCommand();
    new CommandLine(command)
        .setDefaultValueProvider(ConfiguredDefaults.of(arguments, environment))
        .parseArgs(arguments.toArray(String[]::new));
    return command.settings();
  }

  private void assertRefused(Map<String, String> environment, String named) {
    assertThatThrownBy(() -> settings(environment))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SETTINGS_INVALID))
        .hasMessageContaining(named);
  }
}
