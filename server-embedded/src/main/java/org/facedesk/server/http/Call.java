package org.facedesk.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import org.facedesk.admin.Actor;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.CredentialLayer;
import org.facedesk.server.security.InputLayer;
import org.facedesk.server.security.Peer;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/** A request that passed the security layers of its route. */
public final class Call {
  private static final byte[] NO_FIELDS = {'{', '}'};

  private final HttpServerExchange exchange;
  private final WireFormat format;
  private final Map<String, String> parameters;

  Call(HttpServerExchange exchange, WireFormat format, Map<String, String> parameters) {
    this.exchange = exchange;
    this.format = format;
    this.parameters = parameters;
  }

  /** Who is asking; only on routes with credentials. */
  public ClientRecord client() {
    return CredentialLayer.client(exchange);
  }

  /** The same for the audit trail, with this request's correlation id. */
  public Actor actor() {
    return Actor.client(client(), CorrelationId.current());
  }

  public Peer peer() {
    return Peer.of(exchange);
  }

  /** A part of the path, by its name in the route. */
  public String parameter(String name) {
    return Objects.requireNonNull(parameters.get(name), name);
  }

  /** A value of the query, or null. */
  public @Nullable String query(String name) {
    Deque<String> values = exchange.getQueryParameters().get(name);
    return values == null ? null : values.peekFirst();
  }

  /** JSON text in the wire's own format. */
  <T> T parsed(String json, Class<T> type) {
    return format.read(json, type);
  }

  /**
   * The body, JSON or a form with the same fields; without one nothing was said of any field.
   *
   * @throws FacedeskException INVALID_REQUEST, MESSAGE_TOO_LARGE
   */
  public <T> T body(Class<T> type) {
    return Form.sentBy(this)
        ? format.read(Form.read(this, form -> form.json(format)).toString(), type)
        : format.read(bytes(), type);
  }

  private byte[] bytes() {
    int limit = InputLayer.limit(exchange);
    try {
      byte[] body = exchange.getInputStream().readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge(null);
      }
      return body.length == 0 ? NO_FIELDS : body;
    } catch (RequestTooBigException e) {
      throw tooLarge(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the client is gone
    }
  }

  private static FacedeskException tooLarge(@Nullable Exception cause) {
    return new FacedeskException(ErrorCode.MESSAGE_TOO_LARGE, "The body is too large.", cause);
  }

  HttpServerExchange exchange() {
    return exchange;
  }
}
