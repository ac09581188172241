package org.facedesk.server.ws;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import org.facedesk.protocol.WireFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container's side of one socket; there is an instance for each connection. */
final class FrameEndpoint extends Endpoint {
  private static final Logger LOG = LoggerFactory.getLogger(FrameEndpoint.class);

  private final OpenSockets sockets;
  private volatile @Nullable FrameSocket socket;

  FrameEndpoint(OpenSockets sockets) {
    this.sockets = sockets;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    String token = session.getPathParameters().getOrDefault(SocketDeployment.TOKEN, "");
    FrameSocket opened = sockets.connected(token, Caller.of(session), new JsrWire(session));
    socket = opened;
    MessageAssembly assembly = new MessageAssembly(WireFormat.MAX_MESSAGE, opened);
    session.addMessageHandler(String.class, (MessageHandler.Partial<String>) assembly::textPart);
    session.addMessageHandler(
        ByteBuffer.class, (MessageHandler.Partial<ByteBuffer>) assembly::binaryPart);
    opened.open();
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    FrameSocket closed = socket;
    if (closed != null) {
      sockets.disconnected(closed);
    }
  }

  @Override
  public void onError(Session session, Throwable failure) {
    LOG.debug("a connection failed", failure); // the container closes it next
  }
}
