package org.facedesk.enroll;

import java.util.List;
import java.util.UUID;
import org.facedesk.engine.quality.Guidance;
import org.jspecify.annotations.Nullable;

/** Sessions of all clients as they are going on, for whoever watches over them. */
public interface LiveSessions {
  /** Those that are not over, newest first, at most a few hundred. */
  List<InSight> live();

  /**
   * Ends a session; whoever holds it sees that it is over.
   *
   * @return false if there is none, or it was over before
   */
  boolean end(UUID session);

  /**
   * A session from the outside.
   *
   * @param fps frames a second, lately
   * @param guidance the last advice given; null before the first, and without a holder
   * @param millisLeft until it gives up
   */
  record InSight(
      SessionView view, UUID client, double fps, @Nullable Guidance guidance, long millisLeft) {}
}
