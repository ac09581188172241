package org.facedesk.server.ws;

import io.undertow.server.HttpServerExchange;
import jakarta.websocket.Session;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.server.security.OriginLayer;
import org.facedesk.server.security.Peer;
import org.facedesk.store.ClientRecord;
import org.jspecify.annotations.Nullable;

/**
 * Who opened a socket, as the security layers found out before the handshake. The container carries
 * nothing across the handshake but the request's parameters, so that is where it travels; what the
 * client itself wrote there is thrown away.
 *
 * @param address of the client
 * @param network what limits are counted for, see {@link Peer#network}
 * @param foreignOrigin the other site whose page it is; null for the station's own and for programs
 */
record Caller(String address, String network, @Nullable String foreignOrigin) {
  private static final String ADDRESS = "address";
  private static final String NETWORK = "network";
  private static final String ORIGIN = "origin";

  static void write(HttpServerExchange exchange) {
    Map<String, Deque<String>> parameters = exchange.getQueryParameters();
    parameters.clear();
    Peer peer = Peer.of(exchange);
    exchange.addQueryParam(ADDRESS, peer.address());
    exchange.addQueryParam(NETWORK, peer.network());
    String origin = OriginLayer.foreign(exchange);
    if (origin != null) {
      exchange.addQueryParam(ORIGIN, origin);
    }
  }

  static Caller of(Session session) {
    Map<String, List<String>> parameters = session.getRequestParameterMap();
    return new Caller(
        parameters.getOrDefault(ADDRESS, List.of("")).getFirst(),
        parameters.getOrDefault(NETWORK, List.of("")).getFirst(),
        parameters.containsKey(ORIGIN) ? parameters.get(ORIGIN).getFirst() : null);
  }

  /**
   * The client whose session it is, if it is active and this caller may speak for it.
   *
   * @throws FacedeskException SESSION_NOT_FOUND, FORBIDDEN
   */
  ClientRecord clientOf(SocketContext context, String token) {
    ClientRecord client =
        context
            .sessions()
            .owner(token)
            .map(owner ->
                context
                    .clients()
                    .byId(owner)
                    .orElseThrow(() ->
                        new FacedeskException(
                            ErrorCode.FORBIDDEN, "The session's API client has been revoked.")))
            .orElseThrow(() ->
                new FacedeskException(ErrorCode.SESSION_NOT_FOUND, "There is no such session."));
    if (!OriginLayer.serves(client, foreignOrigin)) {
      throw new FacedeskException(
          ErrorCode.FORBIDDEN, "Pages of this site may not use this client's sessions.");
    }
    return client;
  }
}
