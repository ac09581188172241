package org.facedesk.desktop.capture;

import java.time.Instant;
import java.util.Optional;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The desk's people, as the enroll screen needs them. Blocks on the store: not for the UI thread.
 */
public interface People {
  Optional<Person> find(String userId);

  /** Somebody's name; empty if none is known. Does not block. */
  String nameOf(UserRecord user);

  /**
   * @param name empty if none is known
   * @param enrolledAt null without a template
   */
  record Person(String userId, String name, @Nullable Instant enrolledAt) {}
}
