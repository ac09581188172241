package org.facedesk.protocol;

import java.time.Instant;

/**
 * 201 of {@code POST /api/auth/authentication/}.
 *
 * @param sessionType {@code verification} or {@code identification}
 * @param requireLiveness what will be asked for, whatever the client wished
 */
public record AuthenticationStarted(
    String sessionToken,
    String status,
    String sessionType,
    boolean requireLiveness,
    Instant expiresAt,
    String websocketUrl,
    String message) {

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "AuthenticationStarted[" + sessionType + "]";
  }
}
