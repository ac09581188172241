package org.facedesk.server.ws;

import io.undertow.connector.ByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.util.Headers;
import io.undertow.websockets.jsr.WebSocketDeploymentInfo;
import jakarta.servlet.ServletException;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * The sockets' place in the server. The container's own matching is too particular (no trailing
 * slash: not found; empty token: matches), so paths are put straight before it sees them; what
 * holds no token at all still gets its handshake, and is told over the socket.
 */
public final class SocketDeployment implements HttpHandler {
  /** Where the sockets are. */
  public static final String PREFIX = "/ws/auth/process-image";

  static final String TOKEN = "session_token";

  private static final Pattern ONE_SEGMENT = Pattern.compile("/([A-Za-z0-9_-]+)/?");
  private static final String NO_TOKEN = "/-/";

  private final DeploymentManager manager;
  private final HttpHandler container;

  public SocketDeployment(OpenSockets sockets, ByteBufferPool buffers) throws ServletException {
    ServerEndpointConfig endpoint =
        ServerEndpointConfig.Builder.create(FrameEndpoint.class, "/{" + TOKEN + "}/")
            .configurator(new PerConnection(sockets))
            .build();
    DeploymentInfo deployment =
        Servlets.deployment()
            .setClassLoader(SocketDeployment.class.getClassLoader())
            .setContextPath("/")
            .setDeploymentName("facedesk-sockets")
            .addServletContextAttribute(
                WebSocketDeploymentInfo.ATTRIBUTE_NAME,
                new WebSocketDeploymentInfo().setBuffers(buffers).addEndpoint(endpoint));
    manager = Servlets.newContainer().addDeployment(deployment);
    manager.deploy();
    container = manager.start();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!"websocket".equalsIgnoreCase(exchange.getRequestHeaders().getFirst(Headers.UPGRADE))) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "This address is for WebSockets only.");
    }
    Caller.write(exchange);
    Matcher path = ONE_SEGMENT.matcher(exchange.getRelativePath());
    exchange.setRelativePath(path.matches() ? "/" + path.group(1) + "/" : NO_TOKEN);
    container.handleRequest(exchange);
  }

  public void stop() throws ServletException {
    manager.stop();
    manager.undeploy();
  }

  private static final class PerConnection extends ServerEndpointConfig.Configurator {
    private final OpenSockets sockets;

    PerConnection(OpenSockets sockets) {
      this.sockets = sockets;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new FrameEndpoint(sockets));
    }

    /** Which pages may connect is said once it is known whose session it is, see {@link Caller}. */
    @Override
    public boolean checkOrigin(String origin) {
      return true;
    }
  }
}
