package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.facedesk.store.AttemptRecord;
import org.facedesk.store.Attempts;
import org.facedesk.store.SessionType;
import org.jdbi.v3.core.statement.StatementContext;

final class JdbcAttempts implements Attempts {
  private final Work work;

  JdbcAttempts(Work work) {
    this.work = work;
  }

  @Override
  public void insert(AttemptRecord attempt) {
    work.write(handle ->
        handle
            .createUpdate(
                """
                insert into attempt (id, client, session, type, user_id, outcome, distance,
                    confidence, happened_at)
                values (:id, :client, :session, :type, :user, :outcome, :distance,
                    :confidence, :at)
                """)
            .bindMethods(attempt)
            .execute());
  }

  @Override
  public List<AttemptRecord> page(UUID client, int offset, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                """
                select id, client, session, type, user_id, outcome, distance, confidence,
                       happened_at
                  from attempt
                 where client = :client
                 order by happened_at desc, id desc
                offset :offset rows fetch next :limit rows only
                """)
            .bind("client", client)
            .bind("offset", offset)
            .bind("limit", limit)
            .map(JdbcAttempts::record)
            .list());
  }

  @Override
  public List<AttemptRecord> ofUser(UUID user, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                """
                select id, client, session, type, user_id, outcome, distance, confidence,
                       happened_at
                  from attempt
                 where user_id = :user
                 order by happened_at desc, id desc fetch first :limit rows only
                """)
            .bind("user", user)
            .bind("limit", limit)
            .map(JdbcAttempts::record)
            .list());
  }

  @Override
  public int failedSince(UUID user, Instant since) {
    return work.read(handle ->
        handle
            .createQuery(
                "select count(*) from attempt where user_id = :user and happened_at >= :since"
                    + " and outcome <> 'authenticated'")
            .bind("user", user)
            .bind("since", since)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public List<Instant> failuresInARow(UUID user, Instant since, int limit) {
    return work.read(handle -> {
      // the row's lock is what makes attempts about one person line up
      var _ =
          handle
              .createQuery("select id from app_user where id = :user for update")
              .bind("user", user)
              .mapTo(UUID.class)
              .findOne();
      return handle
          .createQuery(
              """
              select a.happened_at from attempt a join app_user u on u.id = a.user_id
               where a.user_id = :user and a.happened_at >= :since
                 and a.outcome <> 'authenticated'
                 and (u.unlocked_at is null or a.happened_at > u.unlocked_at)
                 and not exists (
                     select 1 from attempt s
                      where s.user_id = :user and s.outcome = 'authenticated'
                        and s.happened_at >= a.happened_at)
               order by a.happened_at desc fetch first :limit rows only
              """)
          .bind("user", user)
          .bind("since", since)
          .bind("limit", limit)
          .map((columns, _) -> new Row(columns).instant("happened_at"))
          .list();
    });
  }

  @Override
  public List<Instant> failedSearches(UUID client, Instant since, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                """
                select happened_at from attempt
                 where client = :client and type = :type and happened_at >= :since
                   and outcome <> 'authenticated'
                 order by happened_at desc fetch first :limit rows only
                """)
            .bind("client", client)
            .bind("type", SessionType.IDENTIFICATION)
            .bind("since", since)
            .bind("limit", limit)
            .map((columns, _) -> new Row(columns).instant("happened_at"))
            .list());
  }

  @Override
  public void unlock(UUID user, Instant when) {
    work.write(handle ->
        handle
            .createUpdate("update app_user set unlocked_at = :when where id = :user")
            .bind("user", user)
            .bind("when", when)
            .execute());
  }

  @Override
  public int deleteBefore(Instant when) {
    return work.write(handle ->
        handle
            .createUpdate("delete from attempt where happened_at < :when")
            .bind("when", when)
            .execute());
  }

  private static AttemptRecord record(ResultSet columns, StatementContext statement)
      throws SQLException {
    Row row = new Row(columns);
    return new AttemptRecord(
        row.uuid("id"),
        row.uuid("client"),
        row.uuid("session"),
        SessionType.valueOf(row.text("type")),
        row.optionalUuid("user_id"),
        row.text("outcome"),
        row.optionalReal("distance"),
        row.optionalReal("confidence"),
        row.instant("happened_at"));
  }
}
