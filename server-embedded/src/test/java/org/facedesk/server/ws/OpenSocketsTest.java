package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.facedesk.server.FakeClients;
import org.facedesk.store.SessionType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sockets of clients whose credentials change. */
class OpenSocketsTest {
  private final Parts parts = new Parts();
  private final SocketContext context = parts.context();
  private final OpenSockets sockets = new OpenSockets(context, new RestSessions(context));
  private final FakeClients.Credentials before = parts.clients.add("gate");

  @AfterEach
  void close() {
    sockets.close();
  }

  /** A peer that takes nothing off the line, so that a socket's last word stays unsent. */
  private static final class Silent implements Outbox.Wire {
    final List<String> sent = new ArrayList<>();

    @Override
    public void send(String text, Consumer<SendResult> done) {
      sent.add(text);
    }

    @Override
    public void close(CloseReason reason) {
      throw new AssertionError("nothing was read");
    }

    @Override
    public void cut() {}
  }

  private FrameSocket opened(FakeClients.Credentials client) {
    String token = parts.sessions.add(client.client(), SessionType.ENROLLMENT).token;
    FrameSocket socket =
        sockets.connected(token, new Caller("127.0.0.1", "127.0.0.1", null), new Silent());
    socket.open();
    return socket;
  }

  @Test
  void afterARotationOnlyThoseOfTheOldCredentialsGo() {
    FrameSocket old = opened(before);
    FakeClients.Credentials after = parts.clients.rotate(before);
    FrameSocket fresh = opened(after);

    sockets.checkStore();
    sockets.checkStore(); // the old one still waits for its peer

    assertThat(old.finishing()).isTrue();
    assertThat(fresh.finishing()).isFalse();
  }

  @Test
  void lookIntoTheStoreAgainOnlyWhenTheLastLookIsOver() {
    Queue<Runnable> begun = new ConcurrentLinkedQueue<>();
    SocketContext slow = parts.context(Runnable::run, begun::add);
    try (OpenSockets waiting = new OpenSockets(slow, new RestSessions(slow))) {
      ticks(waiting, 50);
      assertThat(begun).hasSize(1);
      begun.remove().run();
      ticks(waiting, 50);
      assertThat(begun).hasSize(1);
    }
  }

  @Test
  void keepTheirClockWhateverFails() {
    Queue<Runnable> begun = new ConcurrentLinkedQueue<>();
    AtomicBoolean full = new AtomicBoolean(true);
    SocketContext refusing =
        parts.context(
            Runnable::run,
            task -> {
              if (full.get()) {
                throw new RejectedExecutionException("full in this test");
              }
              begun.add(task);
            });
    try (OpenSockets waiting = new OpenSockets(refusing, new RestSessions(refusing))) {
      ticks(waiting, 50);
      full.set(false);
      ticks(waiting, 50);
      assertThat(begun).hasSize(1);
    }
  }

  private static void ticks(OpenSockets of, int times) {
    for (int i = 0; i < times; i++) {
      of.tick();
    }
  }

  @Test
  void onesThatAreFinishingAreNotNotedAgain() {
    FrameSocket socket = opened(before);
    parts.clients.revoke(before.client().id());
    sockets.checkStore();
    sockets.checkStore();
    socket.evict();
    assertThat(socket.finishing()).isTrue();
    assertThat(parts.trail).hasSize(1);
  }
}
