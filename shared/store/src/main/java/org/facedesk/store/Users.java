package org.facedesk.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People. */
public interface Users {
  /**
   * @throws org.facedesk.core.FacedeskException USER_EXISTS if the client has this external id
   *     already
   */
  void insert(UserRecord user);

  /**
   * The same for someone who is there only to be enrolled. They stay once they are, or once someone
   * changes their record; until then {@link #forgetNewcomer} takes them out.
   */
  void insertNewcomer(UserRecord user);

  Optional<UserRecord> byId(UUID id);

  Optional<UserRecord> byExternalId(UUID client, String externalId);

  /**
   * Like {@link #byExternalId}, and holds the person until the transaction ends, so that nothing
   * changes between reading and writing back. Only in a transaction.
   */
  Optional<UserRecord> locked(UUID client, String externalId);

  /** Those of them that are there, in no order. */
  List<UserRecord> byIds(Collection<UUID> ids);

  /** Newest first. */
  List<UserRecord> page(UUID client, int offset, int limit);

  /**
   * People of these clients, newest first, from behind one of them; without one, from the newest.
   * Nobody is skipped or told twice while others come and go, however far it goes.
   */
  List<UserRecord> following(Collection<UUID> clients, @Nullable UserRecord after, int limit);

  int count(UUID client);

  /** People with a template, over all clients. */
  int enrolled();

  void update(UserRecord user);

  void enrolled(UUID id, Instant when);

  /**
   * Takes the person out with everything that hangs on them: enrollments, templates and pictures
   * go, attempts and sessions, also those of other clients that found them, lose their user,
   * sessions that are not over are cancelled.
   *
   * @return the ids of the templates that went, for the index; empty if the client has no such
   *     person
   */
  Optional<List<Long>> delete(UUID client, UUID id);

  /**
   * Holds a person until the transaction ends: nobody takes them out meanwhile. Only in a
   * transaction, and after the session that is about them.
   *
   * @return false if there is no such person
   */
  boolean hold(UUID id);

  /**
   * Takes out a newcomer for whom no session goes on, as {@link #delete} does; nothing happens to
   * anyone else.
   */
  void forgetNewcomer(UUID client, UUID id);
}
