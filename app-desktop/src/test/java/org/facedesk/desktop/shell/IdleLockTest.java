package org.facedesk.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IdleLockTest {
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");
  private Duration limit = Duration.ofMinutes(5);
  private final IdleLock idle = new IdleLock(() -> now, () -> limit);

  private void pass(Duration time) {
    now = now.plus(time);
  }

  @Test
  void aDeskLeftAloneIsLocked() {
    pass(Duration.ofSeconds(299));
    assertThat(idle.due(false)).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(idle.due(false)).isTrue();
  }

  @Test
  void whoeverTouchesItStartsTheTimeAnew() {
    pass(Duration.ofMinutes(4));
    idle.touch();
    pass(Duration.ofMinutes(4));
    assertThat(idle.due(false)).isFalse();
  }

  @Test
  void aCaptureIsNeverInterruptedAndCountsAsWork() {
    pass(Duration.ofMinutes(20));
    assertThat(idle.due(true)).isFalse();
    assertThat(idle.due(false)).isFalse();
    pass(Duration.ofMinutes(5));
    assertThat(idle.due(false)).isTrue();
  }

  @Test
  void aNewLimitTakesEffectAtOnce() {
    pass(Duration.ofMinutes(4));
    limit = Duration.ofMinutes(1);
    assertThat(idle.due(false)).isTrue();
    limit = Duration.ZERO;
    assertThat(idle.due(false)).isFalse();
  }
}
