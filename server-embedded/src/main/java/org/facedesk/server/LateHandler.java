package org.facedesk.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.CompletableFuture;

/**
 * Stands in for handlers that need to know the port, which is known only once the server listens.
 * Requests that come in between are answered with 503.
 */
final class LateHandler implements HttpHandler {
  private final CompletableFuture<HttpHandler> handler = new CompletableFuture<>();

  void become(HttpHandler real) {
    handler.complete(real);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HttpHandler real = handler.getNow(null);
    if (real == null) {
      exchange.setStatusCode(503);
      exchange.endExchange();
    } else {
      real.handleRequest(exchange);
    }
  }
}
