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
 * @param openSessions how many of its sessions may be waiting at a time; 0 for the station's limit
 */
public record ClientOptions(
    Envelope envelope,
    boolean strict,
    boolean deskGallery,
    List<String> origins,
    int openSessions) {

  public ClientOptions {
    origins = List.copyOf(origins);
  }

  public ClientOptions(
      Envelope envelope, boolean strict, boolean deskGallery, List<String> origins) {
    this(envelope, strict, deskGallery, origins, 0);
  }

  public ClientOptions(Envelope envelope, boolean strict, boolean deskGallery) {
    this(envelope, strict, deskGallery, List.of());
  }

  public static ClientOptions of(Envelope envelope) {
    return new ClientOptions(envelope, false, false);
  }

  public ClientOptions withOrigins(List<String> others) {
    return new ClientOptions(envelope, strict, deskGallery, others, openSessions);
  }
}
