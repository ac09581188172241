package org.facedesk.server.ws;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.protocol.WireFormat;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final SlowWire wire = new SlowWire();
  private final Outbox outbox = new Outbox(wire, new WireFormat());

  @Test
  void oneMessageIsOnTheWireAtATimeAndTheOrderIsKept() {
    for (int i = 0; i < 3; i++) {
      assertThat(outbox.offer(message(i))).isTrue();
    }
    assertThat(wire.sent).hasSize(1);
    wire.delivered();
    wire.delivered();
    wire.delivered();
    assertThat(wire.sent)
        .extracting(text -> text.replaceAll("\\D", ""))
        .containsExactly("0", "1", "2");
  }

  @Test
  void aClientThatDoesNotReadIsNotRememberedFor() {
    int accepted = 0;
    for (int i = 0; i < 10_000; i++) {
      accepted += outbox.offer(message(i)) ? 1 : 0;
    }
    assertThat(accepted).isEqualTo(17);
  }

  @Test
  void theCloseComesAfterEverythingThatWasSaid() {
    outbox.offer(message(1));
    outbox.finish(message(2), CloseCode.NO_SUCH_SESSION);
    wire.delivered();
    assertThat(wire.closed).isEmpty();
    wire.delivered();
    assertThat(wire.sent).hasSize(2);
    assertThat(wire.closed).containsExactly(4404);
  }

  @Test
  void thereIsOneLastMessageAndNothingAfterIt() {
    assertThat(outbox.finish(message(1), CloseCode.DONE)).isTrue();
    assertThat(outbox.finish(message(2), CloseCode.INTERNAL)).isFalse();
    assertThat(outbox.offer(message(3))).isFalse();
    wire.delivered();
    assertThat(wire.sent).hasSize(1);
    assertThat(wire.closed).containsExactly(1000);
  }

  @Test
  void theLastMessageIsKeptEvenWhenTheOthersAreTooMany() {
    for (int i = 0; i < 100; i++) {
      outbox.offer(message(i));
    }
    outbox.finish(message(999), CloseCode.DONE);
    while (wire.pending()) {
      wire.delivered();
    }
    assertThat(wire.sent.getLast()).contains("999");
    assertThat(wire.closed).containsExactly(1000);
  }

  @Test
  void aConnectionThatFailsIsCutAndSaysNothingMore() {
    outbox.offer(message(1));
    outbox.offer(message(2));
    wire.failed();
    assertThat(wire.cuts).isEqualTo(1);
    assertThat(outbox.offer(message(3))).isFalse();
    assertThat(wire.sent).hasSize(1);
  }

  private static ServerMessage message(int number) {
    return new ServerMessage.Problem("" + number, 0, "", "", null);
  }

  /** Delivers when told to. */
  private static final class SlowWire implements Outbox.Wire {
    final List<String> sent = new ArrayList<>();
    final List<Integer> closed = new ArrayList<>();
    final List<Consumer<SendResult>> undelivered = new ArrayList<>();
    int cuts;

    @Override
    public void send(String text, Consumer<SendResult> done) {
      sent.add(text.replaceAll("\"code\":0", ""));
      undelivered.add(done);
    }

    @Override
    public void close(CloseReason reason) {
      closed.add(reason.getCloseCode().getCode());
    }

    @Override
    public void cut() {
      cuts++;
    }

    boolean pending() {
      return !undelivered.isEmpty();
    }

    void delivered() {
      undelivered.removeFirst().accept(new SendResult());
    }

    void failed() {
      undelivered.removeFirst().accept(new SendResult(new java.io.IOException("gone")));
    }
  }
}
