package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;

/** Requests each API client may make, from wherever. */
public final class ClientLimitLayer implements SecurityLayer {
  private final RateLimits requests;

  public ClientLimitLayer(RateLimits requests) {
    this.requests = requests;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    requests.take(CredentialLayer.client(exchange).id().toString());
  }
}
