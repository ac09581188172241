package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Collection;
import java.util.Locale;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Which pages may call. A browser sends {@code Origin} with what another site's page asks for; the
 * station's own pages and programs that are no browsers pass. Another site's page is let through to
 * the credentials if any client names it, and past them only if that client does ({@link #admit});
 * it never gets cookies or other standing rights, because there are none.
 *
 * <p>On the WebSocket the page is checked when the session's client is known, see {@link #serves}.
 */
public final class OriginLayer implements SecurityLayer {
  private static final AttachmentKey<String> FOREIGN = AttachmentKey.create(String.class);
  private static final HttpString ALLOW_ORIGIN = name("Access-Control-Allow-Origin");
  private static final HttpString ALLOW_METHODS = name("Access-Control-Allow-Methods");
  private static final HttpString ALLOW_HEADERS = name("Access-Control-Allow-Headers");
  private static final HttpString EXPOSE_HEADERS = name("Access-Control-Expose-Headers");
  private static final HttpString MAX_AGE = name("Access-Control-Max-Age");
  private static final HttpString REQUEST_METHOD = name("Access-Control-Request-Method");

  private final ClientDirectory directory;

  public OriginLayer(ClientDirectory directory) {
    this.directory = directory;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    String origin = foreign(exchange);
    if (origin == null || exchange.getRequestPath().startsWith("/ws/")) {
      return;
    }
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.VARY, "Origin");
    if (!directory.knowsOrigin(origin)) {
      throw refusal();
    }
    exchange.putAttachment(FOREIGN, origin);
    headers.put(ALLOW_ORIGIN, origin);
    headers.put(EXPOSE_HEADERS, "X-Correlation-Id, Retry-After");
  }

  /**
   * The second look, once it is known for whom the page speaks.
   *
   * @throws FacedeskException FORBIDDEN
   */
  static void admit(HttpServerExchange exchange, ClientRecord client) {
    String origin = exchange.getAttachment(FOREIGN);
    if (origin != null && !client.origins().contains(origin)) {
      exchange.getResponseHeaders().remove(ALLOW_ORIGIN);
      throw refusal();
    }
  }

  /**
   * Whether a page may use a client's sessions: any may unless the client names its pages, for the
   * session token alone is the credential there.
   *
   * @param foreign as {@link #foreign} says
   */
  public static boolean serves(ClientRecord client, @Nullable String foreign) {
    return foreign == null || client.origins().isEmpty() || client.origins().contains(foreign);
  }

  /** The other site whose page is asking, in lower case; null if there is none. */
  public static @Nullable String foreign(HttpServerExchange exchange) {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    if (origin == null) {
      return null;
    }
    Peer peer = Peer.of(exchange);
    String own = (peer.secure() ? "https://" : "http://") + peer.host();
    return peer.host() != null && origin.equalsIgnoreCase(own)
        ? null
        : origin.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a browser asks on behalf of a page, that was let through here, what it may send.
   *
   * @param methods what the address answers
   * @return true if that was the question, and is answered in the headers now
   */
  public static boolean preflight(HttpServerExchange exchange, Collection<String> methods) {
    if (exchange.getAttachment(FOREIGN) == null
        || !exchange.getRequestHeaders().contains(REQUEST_METHOD)) {
      return false;
    }
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(ALLOW_METHODS, String.join(", ", methods));
    headers.put(ALLOW_HEADERS, "Authorization, X-API-Key, Content-Type");
    headers.put(MAX_AGE, 600);
    return true;
  }

  private static FacedeskException refusal() {
    return new FacedeskException(
        ErrorCode.FORBIDDEN, "Pages of this site may not call this station.");
  }

  private static HttpString name(String header) {
    return HttpString.tryFromString(header);
  }
}
