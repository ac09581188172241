package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Authentication attempts. */
public interface Attempts {
  void insert(AttemptRecord attempt);

  /** Newest first. */
  List<AttemptRecord> page(UUID client, int offset, int limit);

  /** About a person, newest first. */
  List<AttemptRecord> ofUser(UUID user, int limit);

  /** Attempts about a person that did not authenticate, since a moment. */
  int failedSince(UUID user, Instant since);

  /**
   * When attempts about a person did not authenticate, newest first, as far back as the last one
   * that did and the last {@link #unlock}. Inside a transaction it holds the person until the
   * commit, so that two attempts cannot both be the last that is allowed.
   */
  List<Instant> failuresInARow(UUID user, Instant since, int limit);

  /** When a client's searches found nobody, newest first. */
  List<Instant> failedSearches(UUID client, Instant since, int limit);

  /** Failures until now do not count any more. */
  void unlock(UUID user, Instant when);

  int deleteBefore(Instant when);
}
