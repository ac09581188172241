package org.facedesk.admin;

import org.jspecify.annotations.Nullable;

/** What to change about a person; null leaves it as it is. */
public record PersonChange(
    @Nullable String profile,
    @Nullable String metadata,
    @Nullable Boolean faceAuthEnabled,
    @Nullable Boolean active) {

  public static PersonChange activation(boolean active) {
    return new PersonChange(null, null, null, active);
  }

  /** Keeps personal data out of logs. */
  @Override
  public String toString() {
    return "PersonChange[…]";
  }
}
