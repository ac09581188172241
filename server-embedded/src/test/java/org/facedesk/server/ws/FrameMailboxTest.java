package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FrameMailboxTest {
  private final Deque<Runnable> pool = new ArrayDeque<>();
  private final List<Integer> looked = new ArrayList<>();
  private final FrameMailbox<Integer> mailbox = new FrameMailbox<>(pool::add, looked::add);

  @Test
  void oneIsInWorkOneWaitsAndTheRestIsRefused() {
    assertThat(mailbox.offer(1)).isTrue();
    assertThat(mailbox.full()).isFalse();
    assertThat(mailbox.offer(2)).isTrue();
    assertThat(mailbox.full()).isTrue();
    assertThat(mailbox.offer(3)).isFalse();
    run();
    run();
    assertThat(looked).containsExactly(1, 2);
    assertThat(mailbox.busy()).isFalse();
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
    FrameMailbox<Integer> other = new FrameMailbox<>(pool::add, looked::add);
    mailbox.offer(1);
    mailbox.offer(2);
    other.offer(10);
    run();
    run();
    run();
    assertThat(looked).containsExactly(1, 10, 2);
  }

  @Test
  void closedItForgetsWhatWaits() {
    mailbox.offer(1);
    mailbox.offer(2);
    mailbox.close();
    run();
    assertThat(looked).containsExactly(1);
    assertThat(pool).isEmpty();
    assertThat(mailbox.offer(3)).isFalse();
  }

  @Test
  void aPoolThatIsShutDownRefusesTheFrame() {
    FrameMailbox<Integer> orphan =
        new FrameMailbox<>(
            task -> {
              throw new RejectedExecutionException();
            },
            looked::add);
    assertThat(orphan.offer(1)).isFalse();
    assertThat(orphan.full()).isTrue();
  }

  private void run() {
    pool.remove().run();
  }
}
