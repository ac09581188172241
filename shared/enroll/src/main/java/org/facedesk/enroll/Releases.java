package org.facedesk.enroll;

import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;

/**
 * Sessions that their holders let go: the store is told, and told later if it was away. Safe for
 * many threads.
 */
final class Releases {
  private final Store store;
  private final InstantSource clock;
  private final Queue<Release> unwritten = new ConcurrentLinkedQueue<>();

  /** A session that nobody holds any more. */
  private record Release(UUID session, int frames) {}

  Releases(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * @throws FacedeskException if the store is away; it is made up for by {@link #makeUp} and {@link
   *     #catchUp}
   */
  void letGo(UUID session, int frames) {
    write(new Release(session, frames));
  }

  /**
   * Makes up for a release of a session that is asked for again.
   *
   * @return whether there was one
   */
  boolean makeUp(UUID session) {
    List<Release> due =
        unwritten.stream().filter(release -> release.session().equals(session)).toList();
    due.stream().filter(unwritten::remove).forEach(this::write);
    return !due.isEmpty();
  }

  /**
   * Makes up for all of them.
   *
   * @param held whether somebody holds a session again
   */
  void catchUp(Predicate<UUID> held) {
    for (int left = unwritten.size(); left > 0; left--) {
      Release release = unwritten.poll();
      if (release != null && !held.test(release.session())) {
        write(release);
      }
    }
  }

  private void write(Release release) {
    try {
      store
          .sessions()
          .move(
              release.session(),
              SessionStatus.DISCONNECTED,
              release.frames(),
              clock.instant(),
              null);
    } catch (FacedeskException e) {
      unwritten.add(release);
      throw e;
    }
  }
}
