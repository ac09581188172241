package org.facedesk.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.UserRecord;
import org.facedesk.store.Users;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** External ids are found by an HMAC that differs from client to client, and kept sealed. */
final class JdbcUsers implements Users {
  private static final String SELECT =
      """
      select id, client, sealed_external_id, sealed_profile, sealed_metadata, face_auth_enabled,
             active, enrolled_at, created_at, updated_at
        from app_user
      """;

  /** As both databases compare ids: by their bytes, unsigned. */
  private static final Comparator<UserRecord> NEWEST_FIRST =
      Comparator.comparing(UserRecord::createdAt)
          .thenComparing(user -> user.id().toString())
          .reversed();

  private final Work work;
  private final Seal seal;

  JdbcUsers(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  @Override
  public void insert(UserRecord user) {
    insert(user, false);
  }

  @Override
  public void insertNewcomer(UserRecord user) {
    insert(user, true);
  }

  private void insert(UserRecord user, boolean newcomer) {
    work.write(handle ->
        executed(
            bound(
                    handle,
                    """
                    insert into app_user (id, client, external_id_lookup, sealed_external_id,
                        sealed_profile, sealed_metadata, face_auth_enabled, active, enrolled_at,
                        created_at, updated_at, newcomer)
                    values (:id, :client, :lookup, :sealedExternalId, :sealedProfile,
                        :sealedMetadata, :faceAuthEnabled, :active, :enrolledAt, :createdAt,
                        :updatedAt, :newcomer)
                    """,
                    user)
                .bind("newcomer", newcomer)));
  }

  @Override
  public void update(UserRecord user) {
    int changed =
        work.write(handle ->
            executed(
                bound(
                    handle,
                    """
                    update app_user
                       set external_id_lookup = :lookup,
                           sealed_external_id = :sealedExternalId,
                           sealed_profile = :sealedProfile, sealed_metadata = :sealedMetadata,
                           face_auth_enabled = :faceAuthEnabled, active = :active,
                           enrolled_at = :enrolledAt, updated_at = :updatedAt,
                           newcomer = false
                     where id = :id and client = :client
                    """,
                    user)));
    if (changed == 0) {
      throw new FacedeskException(ErrorCode.USER_NOT_FOUND, "The person is not there any more.");
    }
  }

  private Update bound(Handle handle, String sql, UserRecord user) {
    String context = "user:" + user.id();
    return handle
        .createUpdate(sql)
        .bindMethods(user)
        .bind("lookup", lookup(user.client(), user.externalId()))
        .bind("sealedExternalId", sealed(context + ":external-id", user.externalId()))
        .bind("sealedProfile", sealed(context, user.profile()))
        .bind("sealedMetadata", sealed(context, user.metadata()));
  }

  private static int executed(Update statement) {
    try {
      return statement.execute();
    } catch (UnableToExecuteStatementException e) {
      if (Faults.uniqueViolation(e)) {
        throw new FacedeskException(
            ErrorCode.USER_EXISTS, "The client has a person with this id already.");
      }
      throw e;
    }
  }

  @Override
  public Optional<UserRecord> byId(UUID id) {
    return work.read(handle ->
        handle.createQuery(SELECT + " where id = :id").bind("id", id).map(this::record).findOne());
  }

  @Override
  public Optional<UserRecord> byExternalId(UUID client, String externalId) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where client = :client and external_id_lookup = :lookup")
            .bind("client", client)
            .bind("lookup", lookup(client, externalId))
            .map(this::record)
            .findOne());
  }

  @Override
  public Optional<UserRecord> locked(UUID client, String externalId) {
    return work.write(handle ->
        handle
            .createQuery(
                SELECT + " where client = :client and external_id_lookup = :lookup for update")
            .bind("client", client)
            .bind("lookup", lookup(client, externalId))
            .map(this::record)
            .findOne());
  }

  @Override
  public List<UserRecord> byIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where id in (<ids>)")
            .bindList("ids", List.copyOf(ids))
            .map(this::record)
            .list());
  }

  @Override
  public List<UserRecord> page(UUID client, int offset, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where client = :client order by client, created_at desc, id desc"
                    + " offset :offset rows fetch next :limit rows only")
            .bind("client", client)
            .bind("offset", offset)
            .bind("limit", limit)
            .map(this::record)
            .list());
  }

  /** Client by client, so that each query walks along an index, however many people there are. */
  @Override
  public List<UserRecord> following(
      Collection<UUID> clients, @Nullable UserRecord after, int limit) {
    return clients.stream()
        .flatMap(client -> following(client, after, limit).stream())
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .toList();
  }

  private List<UserRecord> following(UUID client, @Nullable UserRecord after, int limit) {
    String behind =
        after == null
            ? ""
            : " and created_at <= :at and (created_at < :at or (created_at = :at and id < :id))";
    return work.read(handle -> {
      Query query =
          handle
              .createQuery(
                  SELECT
                      + " where client = :client"
                      + behind
                      + " order by client, created_at desc, id desc fetch first :limit rows only")
              .bind("client", client)
              .bind("limit", limit);
      if (after != null) {
        query.bind("at", after.createdAt()).bind("id", after.id());
      }
      return query.map(this::record).list();
    });
  }

  @Override
  public int count(UUID client) {
    return work.read(handle ->
        handle
            .createQuery("select count(*) from app_user where client = :client")
            .bind("client", client)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public int enrolled() {
    return work.read(handle ->
        handle
            .createQuery("select count(distinct user_id) from template")
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public void enrolled(UUID id, Instant when) {
    work.write(handle ->
        handle
            .createUpdate(
                "update app_user set enrolled_at = :when, updated_at = :when, newcomer = false"
                    + " where id = :id")
            .bind("id", id)
            .bind("when", when)
            .execute());
  }

  /** Sessions before the person, in the order in which finishing an enrollment locks them. */
  @Override
  public Optional<List<Long>> delete(UUID client, UUID id) {
    return work.write(handle -> {
      cancelSessions(handle, client, id);
      boolean there =
          handle
              .createQuery("select id from app_user where id = :id and client = :client for update")
              .bind("id", id)
              .bind("client", client)
              .mapTo(UUID.class)
              .findOne()
              .isPresent();
      if (!there) {
        return Optional.empty();
      }
      nameNowhere(handle, id);
      List<Long> templates =
          handle
              .createQuery("select id from template where user_id = :id order by id")
              .bind("id", id)
              .mapTo(Long.class)
              .list();
      // templates, enrollments and pictures go, attempts lose it, by foreign key
      handle.createUpdate("delete from app_user where id = :id").bind("id", id).execute();
      return Optional.of(templates);
    });
  }

  @Override
  public void forgetNewcomer(UUID client, UUID id) {
    boolean unclaimed =
        work.write(handle ->
            handle
                .createQuery(
                    """
                    select id from app_user
                     where id = :id and client = :client and newcomer
                       and not exists (
                           select 1 from session s
                            where s.user_id = :id and s.status in (<running>))
                       for update
                    """)
                .bind("id", id)
                .bind("client", client)
                .bindList("running", SessionStatus.CANCELLED.sources())
                .mapTo(UUID.class)
                .findOne()
                .isPresent());
    if (unclaimed) {
      var _ = delete(client, id);
    }
  }

  private static void cancelSessions(Handle handle, UUID client, UUID user) {
    handle
        .createUpdate(
            "update session set status = :cancelled, reason = 'user_deleted', ended_at = :now"
                + " where user_id = :user and client = :client and status in (<running>)")
        .bind("cancelled", SessionStatus.CANCELLED)
        .bind("now", Instant.now())
        .bind("user", user)
        .bind("client", client)
        .bindList("running", SessionStatus.CANCELLED.sources())
        .execute();
  }

  /**
   * Also not in sessions of other clients: who shares a gallery finds each other's people. Nobody
   * comes to be named once the person is held.
   */
  private static void nameNowhere(Handle handle, UUID user) {
    handle
        .createUpdate("update session set user_id = null, enrollment = null where user_id = :user")
        .bind("user", user)
        .execute();
  }

  @Override
  public boolean hold(UUID id) {
    return work.write(handle ->
        handle
            .createQuery("select id from app_user where id = :id for update")
            .bind("id", id)
            .mapTo(UUID.class)
            .findOne()
            .isPresent());
  }

  private UserRecord record(ResultSet columns, StatementContext statement) throws SQLException {
    Row row = new Row(columns);
    UUID id = row.uuid("id");
    String context = "user:" + id;
    return new UserRecord(
        id,
        row.uuid("client"),
        opened(context + ":external-id", row.bytes("sealed_external_id")),
        opened(context, row.bytes("sealed_profile")),
        opened(context, row.bytes("sealed_metadata")),
        row.flag("face_auth_enabled"),
        row.flag("active"),
        row.optionalInstant("enrolled_at"),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private byte[] lookup(UUID client, String externalId) {
    return seal.lookup("external-id:" + client, externalId);
  }

  private byte[] sealed(String context, String text) {
    return seal.seal(context, text.getBytes(StandardCharsets.UTF_8));
  }

  private String opened(String context, byte[] box) {
    return new String(seal.open(context, box), StandardCharsets.UTF_8);
  }
}
