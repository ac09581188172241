package org.facedesk.server.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import java.util.ArrayDeque;
import java.util.Deque;
import org.facedesk.protocol.ServerMessage;
import org.facedesk.protocol.WireFormat;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent over one socket: one message is on the wire, a few may wait, and the close
 * comes after the last of them, so that the client has read why. Safe for many threads.
 */
final class Outbox {
  private static final int MOST_WAITING = 16;

  private final Wire wire;
  private final WireFormat format;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean sending;
  private boolean stopped;
  private @Nullable CloseReason closing;

  /** The socket itself. */
  interface Wire {
    /** Sends without waiting; {@code done} is called from any thread, perhaps before returning. */
    void send(String text, java.util.function.Consumer<SendResult> done);

    void close(CloseReason reason);

    /** Drops the connection without a word. */
    void cut();
  }

  Outbox(Wire wire, WireFormat format) {
    this.wire = wire;
    this.format = format;
  }

  /**
   * Sends a message the client can do without.
   *
   * @return false if it was dropped because the client does not keep up, or the socket is closing
   */
  boolean offer(ServerMessage message) {
    synchronized (this) {
      if (stopped || closing != null || waiting.size() >= MOST_WAITING) {
        return false;
      }
      waiting.add(format.write(message));
    }
    pump();
    return true;
  }

  /**
   * Sends the last message and closes; what was offered before goes first.
   *
   * @return false if there was a last message already, or the connection is gone
   */
  boolean finish(ServerMessage message, CloseCode code) {
    synchronized (this) {
      if (stopped || closing != null) {
        return false;
      }
      waiting.add(format.write(message));
      closing = code.reason();
    }
    pump();
    return true;
  }

  /** Whether {@link #finish} was called. */
  synchronized boolean finishing() {
    return closing != null;
  }

  /** The connection is gone. */
  synchronized void stop() {
    stopped = true;
    waiting.clear();
  }

  private void pump() {
    String next;
    CloseReason reason = null;
    synchronized (this) {
      if (sending || stopped) {
        return;
      }
      next = waiting.poll();
      if (next != null) {
        sending = true;
      } else if (closing != null) {
        reason = closing;
        stopped = true;
      }
    }
    if (next != null) {
      wire.send(next, this::sent);
    } else if (reason != null) {
      wire.close(reason);
    }
  }

  private void sent(SendResult result) {
    synchronized (this) {
      sending = false;
    }
    if (result.isOK()) {
      pump();
    } else {
      stop();
      wire.cut();
    }
  }
}
