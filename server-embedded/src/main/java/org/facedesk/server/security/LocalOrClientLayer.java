package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For figures about the station: open to this computer, to others with credentials. This computer
 * has to call the station by a loopback name: a page in its browser that had its own site's name
 * point here would otherwise count as this computer.
 */
public final class LocalOrClientLayer implements SecurityLayer {
  private static final List<HttpString> PROXY_HEADERS =
      List.of(
          Headers.X_FORWARDED_FOR,
          Headers.X_FORWARDED_HOST,
          Headers.X_FORWARDED_PROTO,
          Headers.FORWARDED,
          Headers.VIA,
          HttpString.tryFromString("X-Real-IP"));

  private final SecurityLayer credentials;

  public LocalOrClientLayer(SecurityLayer credentials) {
    this.credentials = credentials;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    Peer peer = Peer.of(exchange);
    if (!peer.loopback() || !isLoopbackName(peer.host()) || forwarded(exchange)) {
      credentials.check(exchange);
    }
  }

  /** By a proxy on this computer that the station was not told of: the caller may be anybody. */
  private static boolean forwarded(HttpServerExchange exchange) {
    return PROXY_HEADERS.stream().anyMatch(exchange.getRequestHeaders()::contains);
  }

  private static boolean isLoopbackName(@Nullable String host) {
    return host != null
        && host.toLowerCase(Locale.ROOT)
            .matches("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
  }
}
