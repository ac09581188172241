package org.facedesk.admin;

import java.util.List;
import org.facedesk.store.Picture;

/**
 * A person to be known.
 *
 * @param externalId the client's own name for them, 1 to 100 characters
 * @param profile JSON object text
 * @param metadata JSON object text
 * @param pictures at most one of each kind
 */
public record NewPerson(
    String externalId,
    String profile,
    String metadata,
    boolean faceAuthEnabled,
    List<Picture> pictures) {

  public NewPerson {
    pictures = List.copyOf(pictures);
  }

  public NewPerson(String externalId, String profile, String metadata, boolean faceAuthEnabled) {
    this(externalId, profile, metadata, faceAuthEnabled, List.of());
  }

  public static NewPerson of(String externalId) {
    return new NewPerson(externalId, "{}", "{}", true);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "NewPerson[…]";
  }
}
