package org.facedesk.server.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.facedesk.server.security.Peer;
import org.jspecify.annotations.Nullable;

/**
 * Where a client is told to connect. The name it used itself is the one it can reach, but is
 * repeated only if it is one of the station's own: anything may stand in a Host header.
 */
public final class WebsocketUrls {
  private static final String PATH = "/ws/auth/process-image/";

  private final @Nullable String publicUrl;
  private final Set<String> names;
  private final String fallback;

  /**
   * @param publicUrl what to use whatever the client asked for, for example {@code
   *     https://station.example}; or null
   * @param names the station's names and addresses, in lower case, without ports
   * @param fallback name and port to use when the client asked for another name
   */
  public WebsocketUrls(@Nullable String publicUrl, Set<String> names, String fallback) {
    this.publicUrl = publicUrl == null ? null : stripSlash(publicUrl);
    this.names =
        names.stream().map(WebsocketUrls::canonical).collect(Collectors.toUnmodifiableSet());
    this.fallback = fallback;
  }

  public String of(Peer peer, String token) {
    return rest(peer, PATH + token + "/").replaceFirst("^http", "ws");
  }

  /**
   * Where something of REST is, for the client that asks.
   *
   * @param path begins with a slash
   */
  public String rest(Peer peer, String path) {
    if (publicUrl != null) {
      return publicUrl + path;
    }
    String host = peer.host();
    boolean ours = host != null && names.contains(canonical(name(host)));
    return (peer.secure() ? "https://" : "http://") + (ours ? host : fallback) + path;
  }

  /** The host without its port; IPv6 literals without brackets. */
  private static String name(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.startsWith("[")) {
      int end = lower.indexOf(']');
      boolean whole = end > 0 && lower.substring(end + 1).matches("(:\\d{1,5})?");
      return whole ? lower.substring(1, end) : "";
    }
    int colon = lower.indexOf(':');
    if (colon < 0) {
      return lower;
    }
    return lower.substring(colon + 1).matches("\\d{1,5}") ? lower.substring(0, colon) : "";
  }

  /**
   * Lower case, and one way to write each IPv6 address.
   *
   * @param name a name, or an address without brackets and zone
   */
  public static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.indexOf(':') < 0) {
      return lower;
    }
    try {
      return InetAddress.ofLiteral(lower).getHostAddress();
    } catch (IllegalArgumentException e) {
      return lower; // matches nothing
    }
  }

  private static String stripSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
