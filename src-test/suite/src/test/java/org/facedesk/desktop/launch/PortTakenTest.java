package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Another program listens where the station's server should. */
@Timeout(180)
@SuppressWarnings("NullAway.Init") // before each test
class PortTakenTest {
  @TempDir private Path folder;
  private ServerSocket taken;

  @BeforeEach
  void listen() throws IOException {
    taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    taken.close();
  }

  @Test
  void theWindowsStationWorksWithoutItsServerUntilThePortIsFree() throws IOException {
    String port = Integer.toString(taken.getLocalPort());
    try (Station station =
        Station.startWindowed(
            CommandLine.populateCommand(new StationOptions(), "--data", folder.toString()),
            new ServerOptions(),
            Map.of(Setting.HOST, "127.0.0.1", Setting.PORT, port))) {
      assertThat(station.address()).isEmpty();
      assertThat(station.refusal()).map(FacedeskException::code).contains(ErrorCode.PORT_IN_USE);
      assertThat(station.store().available()).isTrue();
      assertThat(station.sessions().open()).isZero();
      assertThatThrownBy(station::openServerAgain)
          .isInstanceOfSatisfying(
              FacedeskException.class,
              again -> assertThat(again.code()).isEqualTo(ErrorCode.PORT_IN_USE));

      taken.close();
      station.openServerAgain();
      assertThat(station.address()).isPresent();
      assertThat(station.refusal()).isEmpty();
    }
  }

  @Test
  void aStationWithoutAWindowIsOfNoUseWithoutItAndEndsWithAFault() {
    int code =
        Main.commandLine()
            .execute(
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(taken.getLocalPort()),
                "--data",
                folder.toString());
    assertThat(code).isEqualTo(Main.FAULT);
  }
}
