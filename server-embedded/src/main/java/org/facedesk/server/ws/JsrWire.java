package org.facedesk.server.ws;

import io.undertow.websockets.jsr.UndertowSession;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends over a container's session. */
final class JsrWire implements Outbox.Wire {
  private static final Logger LOG = LoggerFactory.getLogger(JsrWire.class);

  private static final long PATIENCE_SECONDS = 10;

  private final Session session;

  JsrWire(Session session) {
    this.session = session;
  }

  @Override
  public void send(String text, Consumer<SendResult> done) {
    session.getAsyncRemote().sendText(text, done::accept);
  }

  @Override
  public void close(CloseReason reason) {
    if (session instanceof UndertowSession undertow) {
      // a client that never answers the close keeps nothing open
      undertow
          .getWebSocketChannel()
          .getIoThread()
          .executeAfter(this::cut, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
    try {
      session.close(reason);
    } catch (IOException e) {
      LOG.debug("the connection was gone before it was closed", e);
      cut();
    }
  }

  @Override
  public void cut() {
    if (session instanceof UndertowSession undertow) {
      undertow.forceClose();
    }
  }
}
