package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import java.net.InetAddress;
import java.util.Set;

/**
 * First layer: finds out who is on the wire, and whether that wire is encrypted to its end. The
 * certificate and the versions of TLS are the listener's business ({@link TlsCertificate}, {@link
 * CertificateWatch}).
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
    if (peer.secure()) {
      SecurityHeaders.strictTransport(exchange);
    }
  }
}
