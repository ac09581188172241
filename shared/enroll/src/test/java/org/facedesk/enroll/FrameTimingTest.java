package org.facedesk.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameTimingTest {
  private final FrameTiming timing = new FrameTiming();

  @Test
  void aClientsClockSmoothsWhatTheNetworkBunches() {
    assertThat(timing.millis(1000, 0L)).isEqualTo(1000);
    assertThat(timing.millis(1190, 100L)).isEqualTo(1100);
    assertThat(timing.millis(1200, 200L)).isEqualTo(1200);
  }

  @Test
  void aClientsClockThatRunsAwayIsIgnored() {
    timing.millis(1000, 0L);

    assertThat(timing.millis(1100, 60_000L)).isEqualTo(1100);
    assertThat(timing.millis(1200, 200L)).isEqualTo(1200);
    assertThat(timing.millis(1333, 300L)).isEqualTo(1333);
  }

  @Test
  void timeNeverRunsBackwards() {
    timing.millis(1000, 500L);

    assertThat(timing.millis(1100, 400L)).isGreaterThanOrEqualTo(1000);
    assertThat(timing.millis(900, null)).isGreaterThanOrEqualTo(1000);
  }

  @Test
  void withoutAClientsClockTheArrivalCounts() {
    assertThat(timing.millis(10, null)).isEqualTo(10);
    assertThat(timing.millis(20, 5L)).isEqualTo(20);
  }
}
