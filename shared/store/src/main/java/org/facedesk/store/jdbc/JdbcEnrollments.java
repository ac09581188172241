package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.store.EnrollmentRecord;
import org.facedesk.store.Enrollments;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

final class JdbcEnrollments implements Enrollments {
  private static final String SELECT =
      """
      select id, client, user_id, session, status, quality, frames, blinks, motion_events, source,
             created_at, completed_at
        from enrollment
      """;

  private final Work work;

  JdbcEnrollments(Work work) {
    this.work = work;
  }

  @Override
  public void insert(EnrollmentRecord enrollment) {
    work.write(handle -> {
      try {
        return handle
            .createUpdate(
                """
                insert into enrollment (id, client, user_id, session, status, quality, frames,
                    blinks, motion_events, source, created_at, completed_at)
                values (:id, :client, :user, :session, :status, :quality, :frames, :blinks,
                    :motionEvents, :source, :createdAt, :completedAt)
                """)
            .bindMethods(enrollment)
            .execute();
      } catch (UnableToExecuteStatementException e) {
        if (Faults.referenceViolation(e)) {
          throw new FacedeskException(
              ErrorCode.USER_NOT_FOUND, "The person is not there any more.");
        }
        throw e;
      }
    });
  }

  @Override
  public Optional<EnrollmentRecord> byId(UUID client, UUID id) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where id = :id and client = :client")
            .bind("id", id)
            .bind("client", client)
            .map(JdbcEnrollments::record)
            .findOne());
  }

  @Override
  public List<EnrollmentRecord> ofUser(UUID client, UUID user) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where client = :client and user_id = :user"
                    + " order by created_at desc, id desc")
            .bind("client", client)
            .bind("user", user)
            .map(JdbcEnrollments::record)
            .list());
  }

  @Override
  public List<EnrollmentRecord> page(UUID client, int offset, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where client = :client order by created_at desc, id desc"
                    + " offset :offset rows fetch next :limit rows only")
            .bind("client", client)
            .bind("offset", offset)
            .bind("limit", limit)
            .map(JdbcEnrollments::record)
            .list());
  }

  @Override
  public int count(UUID client) {
    return work.read(handle ->
        handle
            .createQuery("select count(*) from enrollment where client = :client")
            .bind("client", client)
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public void update(EnrollmentRecord enrollment) {
    work.write(handle ->
        handle
            .createUpdate(
                """
                update enrollment
                   set status = :status, quality = :quality, frames = :frames,
                       blinks = :blinks, motion_events = :motionEvents, source = :source,
                       completed_at = :completedAt
                 where id = :id and client = :client
                """)
            .bindMethods(enrollment)
            .execute());
  }

  @Override
  public boolean delete(UUID client, UUID id) {
    return work.write(handle -> {
      int deleted =
          handle
              .createUpdate("delete from enrollment where id = :id and client = :client")
              .bind("id", id)
              .bind("client", client)
              .execute();
      handle
          .createUpdate(
              "update session set enrollment = null"
                  + " where enrollment = :id and client = :client")
          .bind("id", id)
          .bind("client", client)
          .execute();
      return deleted > 0;
    });
  }

  private static EnrollmentRecord record(ResultSet columns, StatementContext statement)
      throws SQLException {
    Row row = new Row(columns);
    return new EnrollmentRecord(
        row.uuid("id"),
        row.uuid("client"),
        row.uuid("user_id"),
        row.uuid("session"),
        row.text("status"),
        row.optionalReal("quality"),
        row.integer("frames"),
        row.integer("blinks"),
        row.integer("motion_events"),
        row.text("source"),
        row.instant("created_at"),
        row.optionalInstant("completed_at"));
  }
}
