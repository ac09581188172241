package org.facedesk.enroll.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final AttemptPolicy policy =
      new AttemptPolicy(3, Duration.ofMinutes(10), Duration.ofMinutes(20));

  /** Minutes before noon, newest first. */
  private static List<Instant> failures(int... minutesAgo) {
    return IntStream.of(minutesAgo).mapToObj(m -> NOON.minus(Duration.ofMinutes(m))).toList();
  }

  @Test
  void enoughFailuresCloseTogetherLeadToAPauseFromTheLast() {
    assertThat(policy.pausedUntil(failures(1, 2, 3), NOON))
        .contains(NOON.plus(Duration.ofMinutes(19)));
  }

  @Test
  void fewerDoNot() {
    assertThat(policy.pausedUntil(failures(1, 2), NOON)).isEmpty();
    assertThat(policy.pausedUntil(List.of(), NOON)).isEmpty();
  }

  @Test
  void asManyFarApartDoNot() {
    assertThat(policy.pausedUntil(failures(1, 2, 12), NOON)).isEmpty();
    assertThat(policy.pausedUntil(failures(1, 2, 11), NOON)).isPresent();
  }

  @Test
  void aPauseEnds() {
    assertThat(policy.pausedUntil(failures(20, 21, 22), NOON)).isEmpty();
    assertThat(policy.pausedUntil(failures(19, 20, 21), NOON)).isPresent();
  }

  @Test
  void oneMoreFailureAfterThePauseDoesNotLockAtOnce() {
    assertThat(policy.pausedUntil(failures(0, 21, 22), NOON)).isEmpty();
  }

  @Test
  void aPolicyWithoutSenseIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttemptPolicy(0, Duration.ZERO, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttemptPolicy(1, Duration.ofSeconds(-1), Duration.ZERO));
  }
}
