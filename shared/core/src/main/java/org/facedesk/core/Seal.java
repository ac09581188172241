package org.facedesk.core;

/**
 * Encryption at rest under the station key (AES-256-GCM). Every piece is bound to a context, so
 * that a sealed template cannot be passed off as a sealed secret or moved to another person's row.
 *
 * <p>Safe for use by many threads.
 */
public interface Seal {
  /**
   * @param context what the data is and whose, for example {@code "template:" + id}; not secret,
   *     not stored
   * @return nonce, ciphertext and tag in one array
   */
  byte[] seal(String context, byte[] plain);

  /**
   * @throws FacedeskException with {@link ErrorCode#STATION_KEY_INVALID} if the data was sealed
   *     under another key or context, or changed since
   */
  byte[] open(String context, byte[] sealed);

  /**
   * HMAC-SHA-256 under a key derived from the station key, for looking up keys and tokens without
   * storing them.
   *
   * @param purpose separates the uses, for example {@code "api-key"}
   */
  byte[] lookup(String purpose, String value);
}
