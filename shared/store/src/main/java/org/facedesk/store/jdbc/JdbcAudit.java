package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.Seal;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.audit.AuditChain;
import org.facedesk.store.audit.ChainCheck;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The trail in a table. Whoever appends holds the row of {@code audit_head} until the commit, so
 * that stations on one database line up and the chain cannot fork; inside a transaction that
 * happens at its very end, so that nobody waits long and nobody waits in a circle.
 */
final class JdbcAudit implements Audit {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

  private static final String SELECT =
      """
      select number, happened_at, action, actor, client, subject, correlation_id, details,
             previous_hash, hash
        from audit
      """;

  private final Work work;
  private final Seal seal;

  JdbcAudit(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  private record End(long number, byte[] hash, byte[] mark) {}

  @Override
  public void append(AuditEvent given) {
    Instant at = Instant.now();
    AuditEvent event = given.within(CorrelationId.current());
    work.last(handle -> {
      End end = end(handle, " for update");
      Entry entry = AuditChain.next(end.number + 1, end.hash, at, event);
      insert(handle, entry);
      handle
          .createUpdate(
              "update audit_head set number = :number, hash = :hash, mark = :mark where id = 1")
          .bind("number", entry.number())
          .bind("hash", entry.hash())
          .bind("mark", AuditChain.mark(seal, entry.number(), entry.hash()))
          .execute();
    });
  }

  private static End end(Handle handle, String lock) {
    return handle
        .createQuery("select number, hash, mark from audit_head where id = 1" + lock)
        .map((columns, statement) -> end(columns))
        .one();
  }

  private static End end(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    return new End(row.number("number"), row.bytes("hash"), row.bytes("mark"));
  }

  private static void insert(Handle handle, Entry entry) {
    handle
        .createUpdate(
            """
            insert into audit (number, happened_at, action, actor, client, subject,
                correlation_id, details, previous_hash, hash)
            values (:number, :at, :action, :actor, :client, :subject, :correlationId,
                :detailsText, :previousHash, :hash)
            """)
        .bindMethods(entry)
        .bindMethods(entry.event())
        .bind("detailsText", JSON.writeValueAsString(new TreeMap<>(entry.event().details())))
        .execute();
  }

  @Override
  public List<Entry> page(long offset, int limit) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " order by number desc"
                    + " offset :offset rows fetch next :limit rows only")
            .bind("offset", offset)
            .bind("limit", limit)
            .map(JdbcAudit::record)
            .list());
  }

  @Override
  public List<Entry> page(Filter filter, long before, int limit) {
    AuditQuery query = new AuditQuery(filter, " number < :bound", " order by number desc");
    return work.read(handle -> query.list(handle, SELECT, before, limit, JdbcAudit::record));
  }

  @Override
  public List<Entry> from(Filter filter, long number, int limit) {
    AuditQuery query = new AuditQuery(filter, " number >= :bound", " order by number");
    return work.read(handle -> query.list(handle, SELECT, number, limit, JdbcAudit::record));
  }

  @Override
  public List<Entry> about(Collection<String> subjects, int limit) {
    if (subjects.isEmpty()) {
      return List.of();
    }
    return work.read(handle ->
        handle
            .createQuery(
                SELECT
                    + " where subject in (<subjects>)"
                    + " order by number desc fetch first :limit rows only")
            .bindList("subjects", List.copyOf(subjects))
            .bind("limit", limit)
            .map(JdbcAudit::record)
            .list());
  }

  @Override
  public Head head() {
    End end = work.read(handle -> end(handle, ""));
    boolean marked = Arrays.equals(end.mark, AuditChain.mark(seal, end.number, end.hash));
    return new Head(end.number, end.hash, marked);
  }

  @Override
  public Head start() {
    return work.read(handle ->
            handle
                .createQuery("select number, hash, mark from audit_start where id = 1")
                .map((columns, statement) -> end(columns))
                .findOne())
        .map(start ->
            new Head(
                start.number,
                start.hash,
                Arrays.equals(start.mark, AuditChain.startMark(seal, start.number, start.hash))))
        .orElseGet(() -> new Head(0, AuditChain.start(), true));
  }

  @Override
  public int forgetBefore(Instant when) {
    return work.write(handle -> {
      End newest = end(handle, " for update");
      long keep =
          handle
              .createQuery("select min(number) from audit where happened_at >= :when")
              .bind("when", when)
              .mapTo(Long.class)
              .findOne()
              .orElse(newest.number);
      long last = Math.min(keep, newest.number) - 1;
      return handle
          .createQuery(SELECT + " where number = :number")
          .bind("number", last)
          .map(JdbcAudit::record)
          .findOne()
          .map(entry -> forget(handle, entry))
          .orElse(0);
    });
  }

  /** The entry and those before it. */
  private int forget(Handle handle, Entry last) {
    handle.execute("delete from audit_start");
    handle
        .createUpdate(
            "insert into audit_start (id, number, hash, mark) values (1, :number, :hash, :mark)")
        .bind("number", last.number())
        .bind("hash", last.hash())
        .bind("mark", AuditChain.startMark(seal, last.number(), last.hash()))
        .execute();
    return handle
        .createUpdate("delete from audit where number <= :number")
        .bind("number", last.number())
        .execute();
  }

  @Override
  public OptionalLong firstBroken() {
    ChainCheck check = ChainCheck.of(start(), head());
    while (!check.over()) {
      check = check.next(this);
    }
    return check.broken();
  }

  private static Entry record(ResultSet columns, StatementContext statement) throws SQLException {
    Row row = new Row(columns);
    AuditEvent event =
        new AuditEvent(
            row.text("action"),
            row.text("actor"),
            row.optionalUuid("client"),
            row.optionalText("subject"),
            row.optionalText("correlation_id"),
            JSON.readValue(row.text("details"), DETAILS));
    return new Entry(
        row.number("number"),
        row.instant("happened_at"),
        event,
        row.bytes("previous_hash"),
        row.bytes("hash"));
  }
}
