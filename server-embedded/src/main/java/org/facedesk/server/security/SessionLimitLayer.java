package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;

/** Sessions each API client and each address may begin. */
public final class SessionLimitLayer implements SecurityLayer {
  private final RateLimits perClient;
  private final RateLimits perAddress;

  public SessionLimitLayer(RateLimits perClient, RateLimits perAddress) {
    this.perClient = perClient;
    this.perAddress = perAddress;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    perAddress.take(Peer.of(exchange).network());
    perClient.take(CredentialLayer.client(exchange).id().toString());
  }
}
