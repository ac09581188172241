package org.facedesk.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(4));

  @Test
  void eachTryWaitsTwiceAsLongUpToALimit() {
    for (int millis : new int[] {500, 1000, 2000, 4000, 4000, 4000}) {
      assertThat(backoff.next()).hasMillis(millis);
    }
  }

  @Test
  void whatWorkedIsTriedSoonAgain() {
    backoff.next();
    backoff.next();
    backoff.reset();
    assertThat(backoff.next()).hasMillis(500);
  }
}
