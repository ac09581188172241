package org.facedesk.server.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * The outermost handler: what every answer carries, whoever gives it, so that no browser guesses a
 * type, frames, keeps or embeds it, or runs anything in it. What the server is made of is not told.
 * Pages (which need scripts) replace the policy with one of their own, see {@link PageLayer}.
 */
public final class SecurityHeaders implements HttpHandler {
  private static final HttpString PERMISSIONS_POLICY =
      HttpString.tryFromString("Permissions-Policy");
  private static final HttpString OPENER = HttpString.tryFromString("Cross-Origin-Opener-Policy");
  private static final HttpString RESOURCE =
      HttpString.tryFromString("Cross-Origin-Resource-Policy");
  private static final String ONE_YEAR = "max-age=31536000";

  private final HttpHandler next;

  public SecurityHeaders(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.X_FRAME_OPTIONS, "DENY");
    headers.put(Headers.REFERRER_POLICY, "no-referrer");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    headers.put(
        Headers.CONTENT_SECURITY_POLICY,
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    headers.put(PERMISSIONS_POLICY, "camera=(), microphone=(), geolocation=()");
    headers.put(OPENER, "same-origin");
    headers.put(RESOURCE, "same-origin");
    if (exchange.getRequestScheme().equals("https")) {
      strictTransport(exchange);
    }
    next.handleRequest(exchange);
  }

  /** Tells browsers to come back encrypted only. */
  static void strictTransport(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.STRICT_TRANSPORT_SECURITY, ONE_YEAR);
  }
}
