package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.StationSettings;
import org.facedesk.server.BoundAddress;
import org.facedesk.server.FacedeskServer;
import org.facedesk.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server follows the settings while the station runs. */
@Timeout(120)
class RemoteSideTest {
  @TempDir private Path folder;
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private RemoteSide remote() {
    return new RemoteSide(
        live ->
            new FacedeskServer(
                ServerSettings.of(live.host(), live.port(), folder)
                    .withTls(
                        live.encrypted().orElse(false)
                            ? new ServerSettings.Tls.SelfSigned()
                            : new ServerSettings.Tls.Automatic()),
                EmptyPorts.over(meters)),
        meters);
  }

  private static StationSettings.Server at(int port) {
    return new StationSettings.Server(true, "127.0.0.1", port, Optional.empty());
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int port(RemoteSide remote) {
    return remote.address().map(BoundAddress::port).orElseThrow();
  }

  @Test
  void anotherPortIsListenedOnAndTheOldOneIsFree() throws IOException {
    try (RemoteSide remote = remote()) {
      remote.follow(at(0));
      int first = port(remote);
      int second;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        second = free.getLocalPort();
      }
      remote.follow(at(second));
      assertThat(port(remote)).isEqualTo(second);
      assertThat(answers(second)).isTrue();
      assertThat(answers(first)).isFalse();
      assertThat(meters.scrape()).contains("facedesk_sockets_open");
    }
  }

  @Test
  void theSameSettingsDisturbNobody() {
    try (RemoteSide remote = remote()) {
      remote.follow(at(0));
      int first = port(remote);
      remote.follow(at(0));
      assertThat(port(remote)).isEqualTo(first);
    }
  }

  @Test
  void itIsSwitchedOffAndOn() {
    try (RemoteSide remote = remote()) {
      remote.follow(at(0));
      int first = port(remote);
      remote.follow(new StationSettings.Server(false, "127.0.0.1", 0, Optional.empty()));
      assertThat(remote.address()).isEmpty();
      assertThat(answers(first)).isFalse();
      remote.follow(at(0));
      assertThat(answers(port(remote))).isTrue();
    }
  }

  @Test
  void encryptionIsSwitchedOn() {
    try (RemoteSide remote = remote()) {
      remote.follow(at(0));
      assertThat(remote.address().orElseThrow().encrypted()).isFalse();
      remote.follow(new StationSettings.Server(true, "127.0.0.1", 0, Optional.of(true)));
      assertThat(remote.address().orElseThrow().encrypted()).isTrue();
      assertThat(remote.address().orElseThrow().fingerprint()).isNotBlank();
    }
  }

  @Test
  void aStationThatIsOfUseWithoutItGoesOnAndSaysWhyItDoesNotListen() throws IOException {
    try (RemoteSide remote = remote()) {
      StationSettings.Server wanted;
      try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        wanted = at(taken.getLocalPort());
        remote.attempt(wanted);
        assertThat(remote.address()).isEmpty();
        assertThat(remote.refusal())
            .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(ErrorCode.PORT_IN_USE));
      }
      remote.follow(wanted);
      assertThat(remote.address()).isPresent();
      assertThat(remote.refusal()).isEmpty();
    }
  }

  @Test
  void aHostThatIsNoneOfThisComputersIsToldInTheSameWay() {
    try (RemoteSide remote = remote()) {
      remote.attempt(new StationSettings.Server(true, "192.0.2.1", 0, Optional.empty()));
      assertThat(remote.address()).isEmpty();
      assertThat(remote.refusal()).isPresent();
      remote.follow(new StationSettings.Server(false, "192.0.2.1", 0, Optional.empty()));
      assertThat(remote.refusal()).isEmpty();
    }
  }

  @Test
  void aPortThatIsTakenIsToldAndTheServerListensAsBefore() throws IOException {
    try (RemoteSide remote = remote();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int mine;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        mine = free.getLocalPort();
      }
      remote.follow(at(mine));
      assertThatThrownBy(() -> remote.follow(at(taken.getLocalPort())))
          .isInstanceOfSatisfying(
              FacedeskException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE));
      assertThat(port(remote)).isEqualTo(mine);
      assertThat(answers(mine)).isTrue();
      assertThat(remote.refusal()).isEmpty();
    }
  }
}
