package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  void nobodyIsPassedOverForLong() {
    Session unlucky = frameOf("unlucky", 0);
    for (int turn = 1; looked.isEmpty() || !looked.getLast().equals("unlucky"); turn++) {
      assertThat(turn).as("turns of others").isLessThan(5);
      nowMillis += 100;
      unlucky.since = nowMillis - 80; // a frame came, and is old again when a thread is free
      frameOf("lucky", 10);
      pool.remove().run();
    }
  }

  @Test
  void onRealThreadsEveryFrameIsLookedAtOrToldOnceAndNoneTwiceAtATime() throws Exception {
    int frames = 300;
    Set<String> seen = ConcurrentHashMap.newKeySet();
    List<String> trouble = new CopyOnWriteArrayList<>();
    CountDownLatch open = new CountDownLatch(8 * frames);
    List<FrameMailbox<String>> mailboxes = new ArrayList<>();
    try (ExecutorService workers =
        new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(3))) {
      FrameTurns shared = new FrameTurns(workers);
      for (int i = 0; i < 8; i++) {
        AtomicBoolean atWork = new AtomicBoolean();
        mailboxes.add(
            new FrameMailbox<>(
                shared,
                frame -> {
                  if (atWork.getAndSet(true)) {
                    trouble.add("two of one session at once: " + frame);
                  }
                  once(frame, seen, trouble, open);
                  atWork.set(false);
                },
                frame -> once(frame, seen, trouble, open)));
      }
      try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < mailboxes.size(); i++) {
          int number = i;
          senders.execute(() -> {
            for (int frame = 0; frame < frames; frame++) {
              String name = number + "/" + frame;
              if (!mailboxes.get(number).offer(name)) {
                once(name, seen, trouble, open);
              }
            }
          });
        }
      }
      assertThat(open.await(20, TimeUnit.SECONDS)).as("every frame has its end").isTrue();
    }
    assertThat(trouble).isEmpty();
    assertThat(mailboxes).noneMatch(FrameMailbox::busy);
  }

  private static void once(
      String frame, Set<String> seen, List<String> trouble, CountDownLatch open) {
    if (!seen.add(frame)) {
      trouble.add("twice: " + frame);
    }
    open.countDown();
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
