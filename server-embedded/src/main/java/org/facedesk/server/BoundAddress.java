package org.facedesk.server;

import org.jspecify.annotations.Nullable;

/**
 * Where the server listens.
 *
 * @param fingerprint SHA-256 of the certificate, for people to compare; null without TLS
 */
public record BoundAddress(boolean encrypted, String host, int port, @Nullable String fingerprint) {

  /** For example {@code http://127.0.0.1:8000}. */
  public String url() {
    return (encrypted ? "https://" : "http://") + authority();
  }

  /** For example {@code 127.0.0.1:8000}. */
  public String authority() {
    String name = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return name + ":" + port;
  }
}
