package org.facedesk.admin;

import org.facedesk.store.ClientRecord.Envelope;

/**
 * How a client is served.
 *
 * @param envelope which key seals its results
 * @param strict no CBC envelope and no identity in clear
 * @param deskGallery its people are searched together with the desk's, instead of apart
 */
public record ClientOptions(Envelope envelope, boolean strict, boolean deskGallery) {
  public static ClientOptions of(Envelope envelope) {
    return new ClientOptions(envelope, false, false);
  }
}
