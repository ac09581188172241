package org.facedesk.desktop.settings;

import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * How the server stands.
 *
 * @param url empty while it does not listen
 * @param fingerprint SHA-256 of its certificate, for people to compare; empty without TLS
 * @param refused why it does not listen although it should; null while it listens or is off
 */
public record ServerStanding(String url, String fingerprint, @Nullable FaultReport refused) {
  /** It listens, or is off. */
  public ServerStanding(String url, String fingerprint) {
    this(url, fingerprint, null);
  }
}
