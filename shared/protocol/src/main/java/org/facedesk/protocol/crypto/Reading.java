package org.facedesk.protocol.crypto;

import java.util.Locale;

/**
 * Which key the CBC envelope is made with. The text the protocol comes from names two; every client
 * has a setting.
 */
public enum Reading {
  /** SHA-256 of the API key: what existing clients decrypt with. */
  API_KEY,
  /** SHA-256 of the secret. */
  SECRET_KEY,
  /** Under the secret first; the base64 text of that again under the API key. */
  DOUBLE;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
