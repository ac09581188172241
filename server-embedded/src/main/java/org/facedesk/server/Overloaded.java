package org.facedesk.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.http.ErrorBoundary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what the server has no room for, without leaving the I/O thread.
 *
 * @param registry counts it as a refusal, as {@link ErrorBoundary} does
 * @param why in a sentence, for the caller
 */
record Overloaded(WireFormat format, MeterRegistry registry, String why) implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Overloaded.class);

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    CorrelationId.during(CorrelationId.next(), () -> refuse(exchange));
  }

  private void refuse(HttpServerExchange exchange) {
    Refusal refusal = Refusal.of(ErrorCode.OVERLOADED, why);
    ErrorBoundary.count(registry, refusal);
    String id = refusal.body().correlationId();
    LOG.info("[{}] {} {}", id, refusal.status(), refusal.body().code());
    exchange.setStatusCode(refusal.status());
    exchange.getResponseHeaders().put(ErrorBoundary.CORRELATION_ID, id);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, refusal.retryAfterSeconds());
    exchange.getResponseSender().send(format.write(refusal.body()));
  }

  /** The same handler, with this answer where it would have sent a 503 without a word. */
  HttpHandler inPlaceOfSilence(HttpHandler handler) {
    return exchange -> {
      exchange.addDefaultResponseListener(ending -> {
        boolean silent =
            ending.getStatusCode() == StatusCodes.SERVICE_UNAVAILABLE
                && !ending.isResponseStarted();
        if (silent) {
          handleRequest(ending);
        }
        return silent;
      });
      handler.handleRequest(exchange);
    };
  }
}
