package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.facedesk.core.CorrelationId;
import org.facedesk.core.Seal;
import org.facedesk.store.Audit;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.audit.AuditChain;
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
  private static final int PAGE = 500;
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

  private record Head(long number, byte[] hash, byte[] mark) {}

  @Override
  public void append(AuditEvent given) {
    Instant at = Instant.now();
    AuditEvent event = given.within(CorrelationId.current());
    work.last(handle -> {
      Head head = head(handle, " for update");
      Entry entry = AuditChain.next(head.number + 1, head.hash, at, event);
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

  private static Head head(Handle handle, String lock) {
    return handle
        .createQuery("select number, hash, mark from audit_head where id = 1" + lock)
        .map((columns, statement) -> head(columns))
        .one();
  }

  private static Head head(ResultSet columns) throws SQLException {
    Row row = new Row(columns);
    return new Head(row.number("number"), row.bytes("hash"), row.bytes("mark"));
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

  /** Entries appended meanwhile are not looked at: the head is read first. */
  @Override
  public OptionalLong firstBroken() {
    Head head = work.read(handle -> head(handle, ""));
    Head start = start();
    if (start.number > 0
        && !Arrays.equals(start.mark, AuditChain.startMark(seal, start.number, start.hash))) {
      return OptionalLong.of(start.number + 1);
    }
    byte[] previous = start.hash;
    long number = start.number + 1;
    for (List<Entry> page = from(number); number <= head.number; page = from(number)) {
      if (page.isEmpty()) {
        return OptionalLong.of(number);
      }
      for (Entry entry : page) {
        if (number > head.number) {
          break;
        }
        if (!AuditChain.follows(entry, number, previous)) {
          return OptionalLong.of(number);
        }
        previous = entry.hash();
        number++;
      }
    }
    boolean whole =
        Arrays.equals(previous, head.hash)
            && Arrays.equals(head.mark, AuditChain.mark(seal, head.number, head.hash));
    return whole ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The entry before the first one; the zeroth while nothing was forgotten. */
  private Head start() {
    return work.read(handle ->
        handle
            .createQuery("select number, hash, mark from audit_start where id = 1")
            .map((columns, statement) -> head(columns))
            .findOne()
            .orElseGet(() -> new Head(0, AuditChain.start(), new byte[0])));
  }

  @Override
  public int forgetBefore(Instant when) {
    return work.write(handle -> {
      Head newest = head(handle, " for update");
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

  private List<Entry> from(long number) {
    return work.read(handle ->
        handle
            .createQuery(
                SELECT + " where number >= :number order by number fetch first :limit rows only")
            .bind("number", number)
            .bind("limit", PAGE)
            .map(JdbcAudit::record)
            .list());
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
