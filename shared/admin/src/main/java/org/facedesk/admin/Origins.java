package org.facedesk.admin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;

/**
 * Addresses of pages, in the one way browsers write them in {@code Origin} (RFC 6454): scheme, host
 * and a port that is not the scheme's own, in lower case. There is no pattern for several: each
 * page that may speak for a client is named.
 */
final class Origins {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  private Origins() {}

  /**
   * @throws FacedeskException INVALID_REQUEST
   */
  static List<String> checked(List<String> given) {
    List<String> origins = given.stream().map(Origins::canonical).distinct().toList();
    if (origins.size() > MOST) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "A client has at most %d origins.".formatted(MOST));
    }
    return origins;
  }

  private static String canonical(String given) {
    try {
      URI uri = new URI(given.strip().toLowerCase(Locale.ROOT));
      String scheme = uri.getScheme();
      String host = uri.getHost();
      String path = uri.getRawPath();
      boolean bare =
          uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && (path == null || path.isEmpty() || path.equals("/"));
      if (scheme == null || host == null || !bare || given.length() > LONGEST) {
        throw invalid();
      }
      return scheme + "://" + host + port(scheme, uri.getPort());
    } catch (URISyntaxException e) {
      throw invalid();
    }
  }

  private static String port(String scheme, int port) {
    boolean usual =
        port < 0
            || (scheme.equals("https") && port == 443)
            || (scheme.equals("http") && port == 80);
    return usual ? "" : ":" + port;
  }

  private static FacedeskException invalid() {
    return new FacedeskException(
        ErrorCode.INVALID_REQUEST, "An origin looks like https://app.example or http://host:3000.");
  }
}
