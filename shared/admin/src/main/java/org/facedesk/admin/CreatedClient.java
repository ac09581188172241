package org.facedesk.admin;

/**
 * A client's credentials, to be shown once: the station keeps the key only as HMAC and digest, the
 * secret only sealed.
 *
 * @param clientId public, {@code client_…}
 * @param apiKey {@code fk_} and 256 random bits
 * @param apiSecret {@code fs_} and 256 random bits
 */
public record CreatedClient(String clientId, String apiKey, String apiSecret) {
  /** Keeps the credentials out of logs. */
  @Override
  public String toString() {
    return "CreatedClient[" + clientId + "]";
  }
}
