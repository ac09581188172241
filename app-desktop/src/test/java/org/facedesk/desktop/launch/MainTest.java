package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void theHelpNamesTheCommandThatWasTyped() {
    assertThat(Main.nameOf("/opt/facedesk/bin/facedesk-station", "station"))
        .isEqualTo("facedesk-station");
    assertThat(Main.nameOf("C:\\Program Files\\Facedesk\\facedesk-station.exe", "station"))
        .isEqualTo("facedesk-station");
    assertThat(Main.nameOf(null, "station")).isEqualTo("station");
    assertThat(Main.commandLine().getUsageMessage()).startsWith("Usage: station ");
  }
}
