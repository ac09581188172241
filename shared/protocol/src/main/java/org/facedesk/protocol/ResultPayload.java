package org.facedesk.protocol;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plain text inside {@link SealedResult}.
 *
 * @param id the person, by the client's own id
 * @param userId the same again, under the name the clear messages use
 * @param userClientId whose id that is, if it is another client's that shares the gallery
 * @param enrollmentId of an enrollment
 * @param confidence of an authentication, 0..1
 */
public record ResultPayload(
    String id,
    Instant timestamp,
    String sessionType,
    String sessionToken,
    @Nullable Double confidence,
    String userId,
    @Nullable String userClientId,
    @Nullable UUID enrollmentId) {

  /** Keeps the person and the token out of logs. */
  @Override
  public String toString() {
    return "ResultPayload[" + sessionType + "]";
  }
}
