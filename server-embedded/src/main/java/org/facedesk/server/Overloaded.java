package org.facedesk.server;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.WireFormat;

/** Answers what the server has no room for, without leaving the I/O thread. */
record Overloaded(WireFormat format) implements HttpHandler {
  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Refusal refusal = Refusal.of(ErrorCode.OVERLOADED, "The station has too much to do.");
    exchange.setStatusCode(refusal.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, refusal.retryAfterSeconds());
    exchange.getResponseSender().send(format.write(refusal.body()));
  }
}
