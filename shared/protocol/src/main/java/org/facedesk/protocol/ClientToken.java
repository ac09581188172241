package org.facedesk.protocol;

import java.time.Instant;
import java.util.Map;

/**
 * The answer to a login. The token stands in it three times because clients read it under different
 * names.
 *
 * @param tokenType {@code JWT}
 * @param expiresIn seconds
 */
public record ClientToken(
    String clientId,
    String clientName,
    String tokenType,
    String accessToken,
    String jwtToken,
    String token,
    long expiresIn,
    Instant expiresAt,
    Map<String, Boolean> features,
    Map<String, Integer> rateLimits) {

  public static ClientToken jwt(
      String clientId,
      String clientName,
      String jwt,
      long expiresIn,
      Instant expiresAt,
      Map<String, Boolean> features,
      Map<String, Integer> rateLimits) {
    return new ClientToken(
        clientId, clientName, "JWT", jwt, jwt, jwt, expiresIn, expiresAt, features, rateLimits);
  }

  /** Keeps the token out of logs. */
  @Override
  public String toString() {
    return "ClientToken[" + clientId + "]";
  }
}
