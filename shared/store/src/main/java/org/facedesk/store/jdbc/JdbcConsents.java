package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.store.ConsentRecord;
import org.facedesk.store.Consents;
import org.jdbi.v3.core.statement.StatementContext;

/** Consents, one a row. */
final class JdbcConsents implements Consents {
  private static final String SELECT =
      "select enrollment, client, user_id, version, language, shown_by, shown_at from consent";

  private final Work work;

  JdbcConsents(Work work) {
    this.work = work;
  }

  @Override
  public void insert(ConsentRecord consent) {
    work.write(handle ->
        handle
            .createUpdate(
                """
                insert into consent (enrollment, client, user_id, version, language, shown_by,
                    shown_at)
                values (:enrollment, :client, :user, :version, :language, :shownBy, :shownAt)
                """)
            .bindMethods(consent)
            .execute());
  }

  @Override
  public Optional<ConsentRecord> ofEnrollment(UUID client, UUID enrollment) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where enrollment = :enrollment and client = :client")
            .bind("enrollment", enrollment)
            .bind("client", client)
            .map(JdbcConsents::record)
            .findOne());
  }

  @Override
  public List<ConsentRecord> ofUser(UUID client, UUID user) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where user_id = :user and client = :client"
                    + " order by shown_at desc, enrollment desc")
            .bind("user", user)
            .bind("client", client)
            .map(JdbcConsents::record)
            .list());
  }

  private static ConsentRecord record(ResultSet columns, StatementContext statement)
      throws SQLException {
    Row row = new Row(columns);
    return new ConsentRecord(
        row.uuid("enrollment"),
        row.uuid("client"),
        row.uuid("user_id"),
        row.text("version"),
        row.text("language"),
        row.text("shown_by"),
        row.instant("shown_at"));
  }
}
