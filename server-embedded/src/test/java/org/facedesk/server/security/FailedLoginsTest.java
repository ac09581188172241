package org.facedesk.server.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.facedesk.core.ThrottledException;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {
  private final FakeTime time = new FakeTime();
  private final FailedLogins failures = new FailedLogins(3, Duration.ofSeconds(60), time);

  private Duration delay() {
    try {
      failures.require("a");
      return Duration.ZERO;
    } catch (ThrottledException e) {
      return e.retryAfter();
    }
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      failures.failed("a");
    }
  }

  @Test
  void theFirstFewAreFree() {
    fail(2);
    assertThat(delay()).isZero();
  }

  @Test
  void fromThenOnEachDelayIsTwiceTheOneBeforeUpToTheLongest() {
    fail(3);
    for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60}) {
      assertThat(delay()).isEqualTo(Duration.ofSeconds(seconds));
      time.pass(Duration.ofSeconds(seconds));
      assertThat(delay()).isZero();
      fail(1);
    }
  }

  @Test
  void oneGuesserDoesNotDelayAnother() {
    fail(5);
    assertThatCode(() -> failures.require("b")).doesNotThrowAnyException();
  }

  @Test
  void afterALongTimeAllIsForgotten() {
    fail(6);
    time.pass(Duration.ofMinutes(11));
    fail(2);
    assertThat(delay()).isZero();
    fail(1);
    assertThat(delay()).isEqualTo(FailedLogins.FIRST);
  }

  @Test
  void nothingIsForgottenWhileFailuresGoOn() {
    for (int i = 0; i < 3; i++) {
      time.pass(Duration.ofMinutes(9));
      fail(1);
    }
    assertThat(delay()).isEqualTo(FailedLogins.FIRST);
    time.pass(Duration.ofMinutes(9));
    fail(1);
    assertThat(delay()).isEqualTo(FailedLogins.FIRST.multipliedBy(2));
  }

  @Test
  void aSuccessForgivesWhatWentBefore() {
    fail(2);
    failures.succeeded("a");
    fail(2);
    assertThat(delay()).isZero();
  }

  @Test
  void memoryIsBoundedHoweverManyGuess() {
    for (int i = 0; i < 100_000; i++) {
      failures.failed("guesser " + i);
    }
    assertThat(failures.guessers()).isLessThanOrEqualTo(20_000);
  }

  @Test
  void theRefusalSaysHowLongInWholeSecondsRoundedUp() {
    fail(3);
    time.pass(Duration.ofMillis(1));
    assertThatExceptionOfType(ThrottledException.class)
        .isThrownBy(() -> failures.require("a"))
        .satisfies(e -> assertThat(e.retryAfterSeconds()).isEqualTo(2));
  }
}
