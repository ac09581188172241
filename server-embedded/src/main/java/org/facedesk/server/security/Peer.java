package org.facedesk.server.security;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is on the other end of the wire. What a proxy says about that is believed only if the proxy
 * is one of the station's own.
 *
 * @param address the client's address, as text
 * @param loopback whether the client is on this computer
 * @param secure whether the client's own connection is encrypted
 * @param host the name the client asked for, with the port if it said one; null if it said none
 */
public record Peer(String address, boolean loopback, boolean secure, @Nullable String host) {
  private static final AttachmentKey<Peer> KEY = AttachmentKey.create(Peer.class);

  static Peer read(HttpServerExchange exchange, Set<InetAddress> trustedProxies) {
    InetSocketAddress source = exchange.getSourceAddress();
    InetAddress direct = source.getAddress();
    boolean secure = "https".equals(exchange.getRequestScheme());
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    if (!trustedProxies.contains(direct)) {
      return new Peer(direct.getHostAddress(), direct.isLoopbackAddress(), secure, host);
    }
    String forwardedFor = last(exchange.getRequestHeaders().getLast(Headers.X_FORWARDED_FOR));
    String proto = last(exchange.getRequestHeaders().getLast(Headers.X_FORWARDED_PROTO));
    String forwardedHost = last(exchange.getRequestHeaders().getLast(Headers.X_FORWARDED_HOST));
    InetAddress client = forwardedFor == null ? direct : parse(forwardedFor, direct);
    return new Peer(
        client.getHostAddress(),
        forwardedFor == null && client.isLoopbackAddress(),
        proto == null ? secure : proto.equalsIgnoreCase("https"),
        forwardedHost == null ? host : forwardedHost);
  }

  /** The peer that {@link TransportLayer} found. */
  public static Peer of(HttpServerExchange exchange) {
    Peer peer = exchange.getAttachment(KEY);
    return peer == null ? read(exchange, Set.of()) : peer;
  }

  /**
   * What limits are counted for: an IPv4 address, or the /64 an IPv6 address lies in, for whoever
   * has one address of it has them all.
   */
  public String network() {
    if (address.indexOf(':') < 0) {
      return address;
    }
    byte[] bytes = InetAddress.ofLiteral(address).getAddress();
    return bytes.length == 16 ? HexFormat.ofDelimiter(":").formatHex(bytes, 0, 8) + "/64" : address;
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }

  /** The nearest proxy writes last; what stands before is the client's own claim. */
  private static @Nullable String last(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    return header.substring(header.lastIndexOf(',') + 1).strip();
  }

  private static InetAddress parse(String literal, InetAddress otherwise) {
    boolean numeric = literal.matches("[0-9a-fA-F:.%]+");
    try {
      return numeric ? InetAddress.ofLiteral(literal) : otherwise;
    } catch (IllegalArgumentException e) {
      return otherwise;
    }
  }

  /** Addresses given as literals or names. */
  public static Set<InetAddress> addresses(Set<String> names) throws UnknownHostException {
    Set<InetAddress> addresses = new java.util.HashSet<>();
    for (String name : names) {
      addresses.addAll(java.util.List.of(InetAddress.getAllByName(name)));
    }
    return Set.copyOf(addresses);
  }
}
