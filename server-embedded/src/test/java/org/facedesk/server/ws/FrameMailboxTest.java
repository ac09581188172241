package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameMailboxTest {
  private final Deque<Runnable> pool = new ArrayDeque<>();
  private final List<Integer> looked = new ArrayList<>();
  private final List<Integer> dropped = new ArrayList<>();
  private final FrameTurns turns = new FrameTurns(this::execute);
  private final FrameMailbox<Integer> mailbox = new FrameMailbox<>(turns, this::look, dropped::add);
  private Runnable duringWork = () -> {};
  private Runnable duringExecute = () -> {};

  @Test
  void whenItsTurnComesTheNewestIsLookedAt() {
    assertThat(mailbox.offer(1)).isTrue();
    assertThat(mailbox.offer(2)).isTrue();
    assertThat(mailbox.offer(3)).isTrue();
    assertThat(dropped).containsExactly(1, 2);
    run();
    assertThat(looked).containsExactly(3);
    assertThat(mailbox.busy()).isFalse();
  }

  @Test
  void whileOneIsInWorkTheNewestWaits() {
    duringWork =
        () -> {
          assertThat(mailbox.offer(2)).isTrue();
          assertThat(mailbox.offer(3)).isTrue();
          assertThat(pool).isEmpty();
        };
    mailbox.offer(1);
    run();
    assertThat(dropped).containsExactly(2);
    assertThat(mailbox.busy()).isTrue();
    run();
    assertThat(looked).containsExactly(1, 3);
    assertThat(mailbox.busy()).isFalse();
  }

  @Nested
  class AtTenFramesASecond {
    @ParameterizedTest
    @ValueSource(ints = {60, 90, 100})
    void aStationThatKeepsUpLooksAtEveryFrame(int millisPerFrame) {
      play(millisPerFrame);
      assertThat(dropped).isEmpty();
      assertThat(looked).hasSize(100).isSorted();
    }

    @Test
    void aStationThatIsTooSlowLooksAtTheNewestInOrder() {
      play(250);
      assertThat(looked.size()).isBetween(40, 42);
      assertThat(looked).isSorted().endsWith(99);
      assertThat(looked.size() + dropped.size()).isEqualTo(100);
    }

    /** A hundred frames, one each 100 ms, on a pool of one thread that is busy for so long. */
    private void play(int millisPerFrame) {
      long free = 0;
      for (int frame = 0; frame < 100; frame++) {
        long now = 100L * frame;
        while (!pool.isEmpty() && free <= now) {
          free += millisPerFrame;
          run();
        }
        mailbox.offer(frame);
        free = Math.max(free, now);
      }
      while (!pool.isEmpty()) {
        run();
      }
    }
  }

  @Test
  void aFrameThatWaitsForThePoolOccupiesItsPlace() {
    mailbox.offer(1);
    assertThat(mailbox.busy()).isTrue();
    mailbox.offer(2);
    assertThat(pool).hasSize(1);
  }

  @Test
  void betweenTwoFramesOthersHaveTheirTurn() {
    FrameMailbox<Integer> other = new FrameMailbox<>(turns, looked::add, dropped::add);
    duringWork = () -> mailbox.offer(2);
    mailbox.offer(1);
    other.offer(10);
    run();
    run();
    run();
    assertThat(looked).containsExactly(1, 10, 2);
  }

  @Test
  void closedItForgetsWhatWaits() {
    duringWork =
        () -> {
          mailbox.offer(2);
          mailbox.close();
        };
    mailbox.offer(1);
    run();
    assertThat(looked).containsExactly(1);
    assertThat(pool).isEmpty();
    assertThat(mailbox.offer(3)).isFalse();
  }

  @Test
  void closedItFinishesTheFrameWhoseTurnIsDue() {
    mailbox.offer(1);
    mailbox.close();
    run();
    assertThat(looked).containsExactly(1);
  }

  @Test
  void aPoolThatIsShutDownRefusesTheFrame() {
    FrameMailbox<Integer> orphan =
        new FrameMailbox<>(
            new FrameTurns(task -> {
              throw new RejectedExecutionException();
            }),
            looked::add,
            dropped::add);
    assertThat(orphan.offer(1)).isFalse();
    assertThat(orphan.offer(2)).isFalse();
  }

  @Test
  void ofATurnThatIsRefusedTheNewestFrameIsToldAndTheOlderNotTwice() {
    mailbox.offer(1);
    duringWork = () -> mailbox.offer(2);
    duringExecute =
        () -> {
          assertThat(mailbox.offer(3)).isTrue(); // as another thread does
          throw new RejectedExecutionException();
        };
    run();
    assertThat(dropped).containsExactly(2, 3);
    assertThat(mailbox.busy()).isFalse();
  }

  @Test
  void aFrameThatCameWhileTheFirstWasRefusedIsToldToo() {
    duringExecute =
        () -> {
          assertThat(mailbox.offer(2)).isTrue();
          throw new RejectedExecutionException();
        };
    assertThat(mailbox.offer(1)).isTrue();
    assertThat(dropped).containsExactly(1, 2);
    assertThat(mailbox.busy()).isFalse();
  }

  private void execute(Runnable turn) {
    Runnable once = duringExecute;
    duringExecute = () -> {};
    once.run();
    pool.add(turn);
  }

  private void look(int frame) {
    looked.add(frame);
    Runnable once = duringWork;
    duringWork = () -> {};
    once.run();
  }

  private void run() {
    pool.remove().run();
  }
}
