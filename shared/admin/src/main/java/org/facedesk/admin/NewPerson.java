package org.facedesk.admin;

/**
 * A person to be known.
 *
 * @param externalId the client's own name for them, 1 to 100 characters
 * @param profile JSON object text
 * @param metadata JSON object text
 */
public record NewPerson(
    String externalId, String profile, String metadata, boolean faceAuthEnabled) {

  public static NewPerson of(String externalId) {
    return new NewPerson(externalId, "{}", "{}", true);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "NewPerson[…]";
  }
}
