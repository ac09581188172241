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
   * @return the number of the first entry whose hash does not fit, empty if the chain is whole from
   *     the oldest entry that was not forgotten
   */
  OptionalLong firstBroken();

  /**
   * Forgets the oldest entries: those before the first one that happened at this moment or later,
   * and never the newest. What is left can be verified as before.
   *
   * @return how many
   */
  int forgetBefore(Instant when);

  record Entry(long number, Instant at, AuditEvent event, byte[] previousHash, byte[] hash) {}
}
