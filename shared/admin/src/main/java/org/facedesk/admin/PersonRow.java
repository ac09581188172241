package org.facedesk.admin;

import org.facedesk.store.UserRecord;

/** A person in a list. */
public record PersonRow(UserRecord user, String name) {
  public static PersonRow of(UserRecord user) {
    return new PersonRow(user, PersonName.of(user));
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PersonRow[" + user.id() + "]";
  }
}
