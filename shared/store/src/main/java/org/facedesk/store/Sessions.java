package org.facedesk.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Capture sessions. */
public interface Sessions {
  void insert(SessionRecord session);

  Optional<SessionRecord> byId(UUID id);

  Optional<SessionRecord> byTokenLookup(byte[] lookup);

  /** Sessions of a client that are not terminal. */
  int open(UUID client);

  /** Sessions of all clients that are not terminal. */
  int open();

  /** Sessions of all clients that are not terminal, newest first. */
  List<SessionRecord> running(int limit);

  /** Those of them that are not terminal. */
  Set<UUID> running(Collection<UUID> ids);

  /**
   * Holds a session until the transaction ends, if it is there: nobody moves it meanwhile. Only in
   * a transaction.
   */
  void hold(UUID id);

  /** How many sessions of all clients are in each state; states without any may be missing. */
  Map<SessionStatus, Integer> byStatus();

  /**
   * Compare-and-set in the database: moves the session to {@code to} if it is in one of {@link
   * SessionStatus#sources()} now. Two stations cannot both succeed.
   *
   * @param frames the count to remember with it
   * @param reason why it ended, null if it did not
   * @return whether this call did it
   */
  boolean move(UUID id, SessionStatus to, int frames, Instant when, @Nullable String reason);

  /** Says whom an identification found; in the transaction that ends it. */
  void found(UUID id, UUID user);

  /** Keeps what a session saw; in the transaction that ends it. */
  void saw(UUID id, Seen seen);

  /**
   * Cancels every session of a client that is not terminal, and the enrollments waiting for them.
   *
   * @return how many sessions
   */
  int cancelAll(UUID client, Instant when, String reason);

  /** Ids of sessions that are not terminal and whose time is up, at most {@code limit}. */
  List<UUID> overdue(Instant now, int limit);

  /** Removes terminal sessions that ended before this. @return how many */
  int deleteEndedBefore(Instant when);
}
