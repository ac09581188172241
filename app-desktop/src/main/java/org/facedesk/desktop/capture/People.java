package org.facedesk.desktop.capture;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.UserRecord;
import org.jspecify.annotations.Nullable;

/**
 * The desk's people, as the enroll screen needs them. Blocks on the store: not for the UI thread.
 */
public interface People {
  Optional<Person> find(String userId);

  /** Whoever it is, also a person of another client that shares the desk's gallery. */
  Optional<Named> named(UUID person);

  /** Somebody's name; empty if none is known. Does not block. */
  String nameOf(UserRecord user);

  /**
   * @param name empty if none is known
   * @param ofClient name of the client the person belongs to; empty if that is the desk
   */
  record Named(String name, String ofClient) {}

  /**
   * @param name empty if none is known
   * @param enrolledAt null without a template
   */
  record Person(String userId, String name, @Nullable Instant enrolledAt) {}
}
