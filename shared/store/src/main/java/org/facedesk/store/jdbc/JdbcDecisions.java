package org.facedesk.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.facedesk.core.Seal;
import org.facedesk.store.DecisionRecord;
import org.facedesk.store.Decisions;

/** Reasons are words about people and are kept sealed. */
final class JdbcDecisions implements Decisions {
  private final Work work;
  private final Seal seal;

  JdbcDecisions(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  @Override
  public void insert(DecisionRecord decision) {
    byte[] words = decision.reason().getBytes(StandardCharsets.UTF_8);
    work.write(handle ->
        handle
            .createUpdate(
                """
                insert into decision (id, enrollment, client, verdict, candidate, sealed_reason,
                    decided_by, decided_at)
                values (:id, :enrollment, :client, :verdict, :candidate, :sealedReason,
                    :decidedBy, :decidedAt)
                """)
            .bindMethods(decision)
            .bind("sealedReason", seal.seal(context(decision.id()), words))
            .execute());
  }

  @Override
  public List<DecisionRecord> ofEnrollment(UUID client, UUID enrollment) {
    return work.read(handle ->
        handle
            .createQuery(
                """
                select id, enrollment, client, verdict, candidate, sealed_reason, decided_by,
                       decided_at
                  from decision where enrollment = :enrollment and client = :client
                 order by decided_at, id
                """)
            .bind("enrollment", enrollment)
            .bind("client", client)
            .map((columns, statement) -> record(columns))
            .list());
  }

  private DecisionRecord record(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    UUID id = row.uuid("id");
    return new DecisionRecord(
        id,
        row.uuid("client"),
        row.uuid("enrollment"),
        DecisionRecord.Verdict.valueOf(row.text("verdict")),
        row.optionalUuid("candidate"),
        new String(seal.open(context(id), row.bytes("sealed_reason")), StandardCharsets.UTF_8),
        row.text("decided_by"),
        row.instant("decided_at"));
  }

  private static String context(UUID id) {
    return "decision:" + id;
  }
}
