package org.facedesk.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.PathTemplateMatcher;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.protocol.WireFormat;
import org.facedesk.server.security.OriginLayer;
import org.facedesk.server.security.SecurityLayer;

/**
 * Finds the endpoint of a path and a method, lets the route's security layers check, and writes the
 * answer. A trailing slash makes no difference.
 */
public final class Router implements HttpHandler {
  private final WireFormat format;
  private final PathTemplateMatcher<Map<String, Route>> paths = new PathTemplateMatcher<>();
  private final Map<String, Map<String, Route>> byTemplate = new TreeMap<>();

  private record Route(SecurityLayer security, Endpoint endpoint) {}

  public Router(WireFormat format) {
    this.format = format;
  }

  /**
   * Call before the server starts.
   *
   * @param template without a trailing slash, for example {@code /api/auth/sessions/{token}}
   */
  public Router on(String method, String template, SecurityLayer security, Endpoint endpoint) {
    Map<String, Route> methods = byTemplate.get(template);
    if (methods == null) {
      methods = new TreeMap<>();
      byTemplate.put(template, methods);
      paths.add(template, methods);
    }
    methods.put(method, new Route(security, endpoint));
    return this;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    PathTemplateMatcher.PathMatchResult<Map<String, Route>> match =
        paths.match(withoutSlash(exchange.getRelativePath())); // not decoded, see FacedeskServer
    if (match == null) {
      throw new FacedeskException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
    }
    String method = exchange.getRequestMethod().toString();
    Route route = match.getValue().get(method.equals("HEAD") ? "GET" : method);
    if (route == null && OriginLayer.preflight(exchange, match.getValue().keySet())) {
      exchange.setStatusCode(204);
      exchange.endExchange();
      return;
    }
    if (route == null) {
      exchange
          .getResponseHeaders()
          .put(Headers.ALLOW, String.join(", ", match.getValue().keySet()));
      throw new FacedeskException(
          ErrorCode.METHOD_NOT_ALLOWED, "This address does not answer " + known(method) + ".");
    }
    route.security().check(exchange);
    Map<String, String> parameters = new TreeMap<>();
    match.getParameters().forEach((name, raw) -> parameters.put(name, PathText.decoded(raw)));
    send(exchange, route.endpoint().answer(new Call(exchange, format, parameters)));
  }

  private void send(HttpServerExchange exchange, Answer answer) {
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) ->
            exchange.getResponseHeaders().put(HttpString.tryFromString(name), value));
    if (answer.mediaType() == null) {
      exchange.endExchange();
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.mediaType());
    switch (answer.body()) {
      case byte[] bytes -> exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
      case String text -> exchange.getResponseSender().send(text);
      default -> exchange.getResponseSender().send(format.write(answer.body()));
    }
  }

  /** A method and the template of a path. */
  public record Address(String method, String template) {}

  /** Everything that is answered. */
  public List<Address> addresses() {
    return byTemplate.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().keySet().stream().map(method -> new Address(method, entry.getKey())))
        .toList();
  }

  private static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Nothing a stranger wrote is repeated to him. */
  private static String known(String method) {
    return switch (method) {
      case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> method;
      default -> "this method";
    };
  }
}
