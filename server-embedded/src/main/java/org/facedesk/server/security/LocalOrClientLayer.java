package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;

/** For figures about the station: open to this computer, to others with credentials. */
public final class LocalOrClientLayer implements SecurityLayer {
  private final SecurityLayer credentials;

  public LocalOrClientLayer(SecurityLayer credentials) {
    this.credentials = credentials;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    if (!Peer.of(exchange).loopback()) {
      credentials.check(exchange);
    }
  }
}
