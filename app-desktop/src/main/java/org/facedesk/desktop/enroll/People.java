package org.facedesk.desktop.enroll;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The desk's people, as the enroll screen needs them. Blocks on the store: not for the UI thread.
 */
public interface People {
  Optional<Person> find(String userId);

  /** Keeps the name of a person who exists. */
  void rename(String userId, String name);

  /**
   * @param name empty if none is known
   * @param enrolledAt null without a template
   */
  record Person(String userId, String name, @Nullable Instant enrolledAt) {}
}
