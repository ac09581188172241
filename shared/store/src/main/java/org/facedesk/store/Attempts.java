package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Authentication attempts. */
public interface Attempts {
  void insert(AttemptRecord attempt);

  /** Newest first. */
  List<AttemptRecord> page(UUID client, int offset, int limit);

  /** Attempts about a person that did not authenticate, since a moment. */
  int failedSince(UUID user, Instant since);

  int deleteBefore(Instant when);
}
