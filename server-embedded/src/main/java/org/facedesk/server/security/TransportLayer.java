package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * First layer: finds out who is on the wire, sets the headers every answer carries, and refuses
 * pages of other sites. A browser sends {@code Origin} with every request another site's page
 * makes; the station has no such pages to serve, so REST from another origin is refused. The
 * WebSocket is exempt: there the session token, which no other site can know, is the credential.
 */
public final class TransportLayer implements SecurityLayer {
  private final Set<InetAddress> trustedProxies;

  public TransportLayer(Set<InetAddress> trustedProxies) {
    this.trustedProxies = Set.copyOf(trustedProxies);
  }

  @Override
  public void check(HttpServerExchange exchange) {
    Peer peer = Peer.read(exchange, trustedProxies);
    peer.attachTo(exchange);
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.X_FRAME_OPTIONS, "DENY");
    headers.put(Headers.REFERRER_POLICY, "no-referrer");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    headers.put(Headers.CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    if (peer.secure()) {
      headers.put(Headers.STRICT_TRANSPORT_SECURITY, "max-age=31536000");
    }
    if (!exchange.getRequestPath().startsWith("/ws/")) {
      sameOrigin(exchange, peer);
    }
  }

  private static void sameOrigin(HttpServerExchange exchange, Peer peer) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    if (origin != null && !isOwn(origin, peer)) {
      throw new FacedeskException(
          ErrorCode.FORBIDDEN, "Pages of other sites may not call this station.");
    }
  }

  private static boolean isOwn(String origin, Peer peer) {
    return peer.host() != null
        && origin.equalsIgnoreCase((peer.secure() ? "https://" : "http://") + peer.host());
  }
}
