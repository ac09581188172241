package org.facedesk.store;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * The append-only trail. Each entry carries the hash of the one before it, so that a change or gap
 * can be seen.
 */
public interface Audit {
  /** An event without a correlation id gets that of what this thread is doing. */
  void append(AuditEvent event);

  /** Newest first. */
  List<Entry> page(long offset, int limit);

  /**
   * @return the number of the first entry whose hash does not fit, empty if the chain is whole
   */
  OptionalLong firstBroken();

  record Entry(long number, Instant at, AuditEvent event, byte[] previousHash, byte[] hash) {}
}
