package org.facedesk.admin;

import java.util.List;
import org.facedesk.store.ClientRecord.Envelope;

/**
 * How a client is served.
 *
 * @param envelope which key seals its results
 * @param strict no CBC envelope and no identity in clear
 * @param deskGallery its people are searched together with the desk's, instead of apart
 * @param origins pages that may speak for it, as browsers write them: {@code https://app.example}
 */
public record ClientOptions(
    Envelope envelope, boolean strict, boolean deskGallery, List<String> origins) {

  public ClientOptions {
    origins = List.copyOf(origins);
  }

  public ClientOptions(Envelope envelope, boolean strict, boolean deskGallery) {
    this(envelope, strict, deskGallery, List.of());
  }

  public static ClientOptions of(Envelope envelope) {
    return new ClientOptions(envelope, false, false);
  }

  public ClientOptions withOrigins(List<String> others) {
    return new ClientOptions(envelope, strict, deskGallery, others);
  }
}
