package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FrameTurnsTest {
  private final Deque<Runnable> pool = new ArrayDeque<>();
  private final List<String> looked = new ArrayList<>();
  private long nowMillis = 1_000;
  private boolean full;
  private final FrameTurns turns =
      new FrameTurns(this::execute, () -> Duration.ofMillis(nowMillis).toNanos());

  @Test
  void theSessionThatHasWaitedLongestComesFirst() {
    frameOf("first", 10);
    frameOf("second", 0);
    assertThat(afterAllTurns()).containsExactly("first", "second");
  }

  @Test
  void aFrameThatANewerOneWillSoonReplaceLetsOthersGoBefore() {
    frameOf("stale", 80);
    frameOf("fresh", 10);
    assertThat(afterAllTurns()).containsExactly("fresh", "stale");
  }

  @Test
  void aSessionThatLetOthersGoBeforeIsTheNextOnceItsNewerFrameHasCome() {
    Session stale = frameOf("stale", 80);
    frameOf("fresh", 10);
    frameOf("another", 10);
    pool.remove().run();
    stale.since = nowMillis;
    assertThat(afterAllTurns()).containsExactly("fresh", "stale", "another");
  }

  @Test
  void ofFramesThatAllWillBeReplacedTheFreshestIsLookedAt() {
    frameOf("oldest", 110);
    frameOf("older", 90);
    frameOf("old", 60);
    assertThat(afterAllTurns()).containsExactly("old", "older", "oldest");
  }

  @Test
  void whoSendsNothingMoreBeforeTheAnswerIsNotPassedOver() {
    frameOf("waits for its answer", 500);
    frameOf("fresh", 0);
    assertThat(afterAllTurns()).containsExactly("waits for its answer", "fresh");
  }

  @Test
  void whoIsRefusedATurnTakesNobodyElses() {
    frameOf("one", 0);
    full = true;
    assertThatThrownBy(() -> frameOf("refused", 0)).isInstanceOf(RejectedExecutionException.class);
    assertThat(afterAllTurns()).containsExactly("one");
  }

  private List<String> afterAllTurns() {
    while (!pool.isEmpty()) {
      pool.remove().run();
    }
    return looked;
  }

  private Session frameOf(String name, long ageMillis) {
    Session session = new Session(name, nowMillis - ageMillis);
    turns.ask(session);
    return session;
  }

  private void execute(Runnable turn) {
    if (full) {
      throw new RejectedExecutionException();
    }
    pool.add(turn);
  }

  private final class Session implements FrameTurns.Waiting {
    private final String name;
    private long since;

    Session(String name, long since) {
      this.name = name;
      this.since = since;
    }

    @Override
    public long since() {
      return Duration.ofMillis(since).toNanos();
    }

    @Override
    public void take() {
      looked.add(name);
    }
  }
}
