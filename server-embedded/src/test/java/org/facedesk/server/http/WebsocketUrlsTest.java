package org.facedesk.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.facedesk.server.security.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebsocketUrlsTest {
  private final WebsocketUrls urls =
      new WebsocketUrls(null, Set.of("desk.local", "127.0.0.1", "::1"), "10.0.0.7:8765");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "desk.local",
        "DESK.local:8765",
        "127.0.0.1:1",
        "[::1]",
        "[::1]:8765",
        "[0:0:0:0:0:0:0:1]:8765"
      })
  void repeatTheNameTheClientUsedWhenItIsOurs(String host) {
    assertThat(urls.of(peer(host, false), "t"))
        .isEqualTo("ws://" + host + "/ws/auth/process-image/t/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "desk.local.evil.example",
        "desk.local:80@evil.example",
        "desk.local/evil",
        "desk.local:",
        "[::1]evil.example",
        "[::1",
        ""
      })
  void neverRepeatAnotherName(String host) {
    assertThat(urls.of(peer(host, false), "t"))
        .isEqualTo("ws://10.0.0.7:8765/ws/auth/process-image/t/");
  }

  @Test
  void areEncryptedWhenTheClientsConnectionIs() {
    assertThat(urls.of(peer("desk.local", true), "t")).startsWith("wss://desk.local/");
    assertThat(urls.of(new Peer("1.2.3.4", false, true, null), "t"))
        .startsWith("wss://10.0.0.7:8765/");
  }

  private static Peer peer(String host, boolean secure) {
    return new Peer("1.2.3.4", false, secure, host);
  }
}
