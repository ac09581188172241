package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.util.List;
import java.util.Locale;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * How much a request may bring, and of what kind. A body that says it is larger is refused unread;
 * one that does not say is cut off while it is read. What is left of it is read and thrown away up
 * to the server's hard limit, because a client that is still sending would not hear the refusal.
 */
public final class InputLayer implements SecurityLayer {
  private static final AttachmentKey<Integer> LIMIT = AttachmentKey.create(Integer.class);

  private final int maxBytes;
  private final List<String> mediaTypes;

  /**
   * @param mediaTypes accepted kinds of body, in lower case without parameters
   */
  public InputLayer(int maxBytes, List<String> mediaTypes) {
    this.maxBytes = maxBytes;
    this.mediaTypes = List.copyOf(mediaTypes);
  }

  /** How many bytes of the body may be read. */
  public static int limit(HttpServerExchange exchange) {
    Integer limit = exchange.getAttachment(LIMIT);
    return limit == null ? 0 : limit;
  }

  @Override
  public void check(HttpServerExchange exchange) {
    if (exchange.getRequestContentLength() > maxBytes) {
      throw new FacedeskException(
          ErrorCode.MESSAGE_TOO_LARGE, "The body may have at most %d bytes.".formatted(maxBytes));
    }
    exchange.putAttachment(LIMIT, maxBytes);
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (type == null) {
      return; // JSON is assumed, and read as such
    }
    String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean empty = exchange.getRequestContentLength() == 0 || exchange.isRequestComplete();
    if (!empty && !mediaTypes.contains(kind)) {
      throw new FacedeskException(
          ErrorCode.UNSUPPORTED_MEDIA, "The body is not of a kind that is understood here.");
    }
  }
}
