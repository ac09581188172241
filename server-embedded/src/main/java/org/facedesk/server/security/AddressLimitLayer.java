package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;

/** Requests each address may make, whoever they are for. */
public final class AddressLimitLayer implements SecurityLayer {
  private final RateLimits requests;

  public AddressLimitLayer(RateLimits requests) {
    this.requests = requests;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    requests.take(Peer.of(exchange).network());
  }
}
