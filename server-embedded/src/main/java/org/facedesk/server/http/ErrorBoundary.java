package org.facedesk.server.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.Refusal;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.CredentialLayer;
import org.facedesk.server.security.Peer;
import org.facedesk.server.security.SecurityTrail;
import org.facedesk.store.ClientRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.channels.ReadTimeoutException;

/**
 * Takes every exchange off the I/O thread, and is where an exception ends: in the log with its
 * correlation id, and in the answer without anything that is not the caller's business.
 */
public final class ErrorBoundary implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorBoundary.class);

  /** On every answer; the same as in the body of a refusal, in the log and in the audit trail. */
  public static final HttpString CORRELATION_ID = HttpString.tryFromString("X-Correlation-Id");

  private static final long REST_MILLIS = 2_000;

  private final WireFormat format;
  private final Executor blocking;
  private final SecurityTrail trail;
  private final HttpHandler next;
  private final MeterRegistry registry;
  private final Duration patience;

  /**
   * @param patience for a request with its body: one that drips in keeps a place that others wait
   *     for
   * @param registry counts refusals by code
   * @param blocking where exchanges may wait for the database or the network
   */
  public ErrorBoundary(
      WireFormat format,
      Executor blocking,
      SecurityTrail trail,
      HttpHandler next,
      MeterRegistry registry,
      Duration patience) {
    this.patience = patience;
    this.registry = registry;
    this.format = format;
    this.blocking = blocking;
    this.trail = trail;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    String id = CorrelationId.next();
    exchange.getResponseHeaders().put(CORRELATION_ID, id);
    exchange.dispatch(blocking, request -> CorrelationId.during(id, () -> serve(request)));
  }

  private void serve(HttpServerExchange exchange) {
    exchange.addRequestWrapper(PatientBody.within(patience));
    exchange.startBlocking();
    XnioExecutor.Key cut =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
    try {
      next.handleRequest(exchange);
    } catch (UncheckedIOException e) {
      LOG.debug("the client went away, or did not finish", e);
      if (e.getCause() instanceof ReadTimeoutException) {
        IoUtils.safeClose(exchange.getConnection());
      }
      exchange.endExchange();
    } catch (Exception e) {
      refuse(exchange, e);
    } finally {
      cut.remove();
    }
  }

  /** Counts a refusal by its code. */
  public static void count(MeterRegistry registry, Refusal refusal) {
    Counter.builder("facedesk.requests.refused")
        .description("requests that were refused, by error code")
        .tag("code", refusal.body().code().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }

  private void refuse(HttpServerExchange exchange, Exception failure) {
    Refusal refusal = Refusal.of(failure);
    count(registry, refusal);
    String id = refusal.body().correlationId();
    if (refusal.fault()) {
      LOG.error("[{}] {} {}", id, refusal.status(), refusal.body().code(), failure);
    } else {
      LOG.info("[{}] {} {}", id, refusal.status(), refusal.body().code());
    }
    if (failure instanceof FacedeskException known) {
      ClientRecord client = CredentialLayer.known(exchange);
      trail.refused(known.code(), client == null ? null : client.id(), Peer.of(exchange).address());
    }
    if (exchange.isResponseStarted()) {
      exchange.endExchange();
      return;
    }
    cutWhatStillComes(exchange);
    exchange.setStatusCode(refusal.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    if (refusal.status() == 401) {
      exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, "Bearer");
    }
    if (refusal.retryAfterSeconds() > 0) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, refusal.retryAfterSeconds());
    }
    exchange.getResponseSender().send(format.write(refusal.body()));
  }

  /** The rest of a refused body is awaited for a moment, so that its sender hears why. */
  private static void cutWhatStillComes(HttpServerExchange exchange) {
    if (exchange.isRequestComplete()) {
      return;
    }
    XnioExecutor.Key cut =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                REST_MILLIS,
                TimeUnit.MILLISECONDS);
    exchange.addExchangeCompleteListener((ended, next) -> {
      cut.remove();
      next.proceed();
    });
  }
}
