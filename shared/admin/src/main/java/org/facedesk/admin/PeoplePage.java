package org.facedesk.admin;

import java.util.List;
import org.facedesk.store.UserRecord;

/**
 * Some of a client's people.
 *
 * @param people newest first
 * @param total how many the client has
 */
public record PeoplePage(List<UserRecord> people, int total) {
  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PeoplePage[" + people.size() + " of " + total + "]";
  }
}
