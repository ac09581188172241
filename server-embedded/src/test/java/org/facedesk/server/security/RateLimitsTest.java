package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.facedesk.core.ThrottledException;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final FakeTime time = new FakeTime();
  private final RateLimits limits = new RateLimits(6, "things", time);

  private void take(int times) {
    for (int i = 0; i < times; i++) {
      limits.take("a");
    }
  }

  @Test
  void asManyAsAreAllowedMayComeAtOnce() {
    assertThatCode(() -> take(6)).doesNotThrowAnyException();
    assertThatCode(() -> limits.take("b")).doesNotThrowAnyException();
  }

  @Test
  void oneMoreIsToldWhenThereWillBeRoom() {
    take(6);
    assertThatExceptionOfType(ThrottledException.class)
        .isThrownBy(() -> limits.take("a"))
        .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(10)));
    time.pass(Duration.ofSeconds(10));
    assertThatCode(() -> limits.take("a")).doesNotThrowAnyException();
  }

  @Test
  void memoryIsBoundedHoweverManyAsk() {
    for (int i = 0; i < 100_000; i++) {
      limits.take("address " + i);
    }
    assertThat(limits.buckets()).isLessThanOrEqualTo(RateLimits.MOST_BUCKETS);
  }
}
