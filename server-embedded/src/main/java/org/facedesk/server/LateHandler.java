package org.facedesk.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.CompletableFuture;

/**
 * Stands in for handlers that need to know the port, which is known only once the server listens.
 * Requests that come in between are answered by another.
 */
final class LateHandler implements HttpHandler {
  private final CompletableFuture<HttpHandler> handler = new CompletableFuture<>();
  private final HttpHandler until;

  LateHandler(HttpHandler until) {
    this.until = until;
  }

  void become(HttpHandler real) {
    handler.complete(real);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    handler.getNow(until).handleRequest(exchange);
  }
}
