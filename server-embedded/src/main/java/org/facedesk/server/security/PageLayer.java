package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/**
 * The rules a browser keeps for the station's own page: code, style and connections from this
 * station alone, nothing inline, no text that becomes code, no frame around it, and of all devices
 * the camera. Comes after the layer that closes everything for the other answers.
 */
public final class PageLayer implements SecurityLayer {
  private static final HttpString PERMISSIONS = new HttpString("Permissions-Policy");
  private static final HttpString OPENER = new HttpString("Cross-Origin-Opener-Policy");
  private static final HttpString RESOURCES = new HttpString("Cross-Origin-Resource-Policy");

  private static final String CONTENT =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  @Override
  public void check(HttpServerExchange exchange) {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_SECURITY_POLICY, CONTENT);
    headers.put(PERMISSIONS, "camera=(self), microphone=(), geolocation=(), display-capture=()");
    headers.put(OPENER, "same-origin");
    headers.put(RESOURCES, "same-origin");
  }
}
