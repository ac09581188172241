package org.facedesk.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.WireFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every exchange off the I/O thread, and is where an exception ends: in the log with its
 * correlation id, and in the answer without anything that is not the caller's business.
 */
public final class ErrorBoundary implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

  private final WireFormat format;
  private final Executor blocking;
  private final HttpHandler next;
  private final MeterRegistry registry;

  /**
   * @param registry counts refusals by code
   * @param blocking where exchanges may wait for the database or the network
   */
  public ErrorBoundary(
      WireFormat format, Executor blocking, HttpHandler next, MeterRegistry registry) {
    this.registry = registry;
    this.format = format;
    this.blocking = blocking;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.dispatch(blocking, this::serve);
  }

  private void serve(HttpServerExchange exchange) {
    exchange.startBlocking();
    try {
      next.handleRequest(exchange);
    } catch (UncheckedIOException e) {
      LOG.debug("the client went away", e);
      exchange.endExchange();
    } catch (Exception e) {
      refuse(exchange, e);
    }
  }

  private void refuse(HttpServerExchange exchange, Exception failure) {
    Refusal refusal = Refusal.of(failure);
    registry
        .counter(
            "facedesk.requests.refused", "code", refusal.body().code().toLowerCase(Locale.ROOT))
        .increment();
    String id = refusal.body().correlationId();
    if (refusal.fault()) {
      LOG.error("[{}] {} {}", id, refusal.status(), refusal.body().code(), failure);
    } else {
      LOG.info("[{}] {} {}", id, refusal.status(), refusal.body().code());
    }
    if (exchange.isResponseStarted()) {
      exchange.endExchange();
      return;
    }
    exchange.setStatusCode(refusal.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    if (refusal.status() == 401) {
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
    }
    exchange.getResponseSender().send(format.write(refusal.body()));
  }
}
