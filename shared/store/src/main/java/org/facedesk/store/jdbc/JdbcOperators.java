package org.facedesk.store.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.facedesk.core.Seal;
import org.facedesk.store.OperatorRecord;
import org.facedesk.store.Operators;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Names and password hashes are sealed before they reach the database. */
final class JdbcOperators implements Operators {
  private static final String SELECT =
      """
      select id, sealed_name, sealed_password, role, active, failures, locked_until, created_at,
             last_sign_in_at
        from desk_operator
      """;

  private final Work work;
  private final Seal seal;

  JdbcOperators(Work work, Seal seal) {
    this.work = work;
    this.seal = seal;
  }

  @Override
  public void hold() {
    work.write(handle ->
        handle
            .createQuery("select id from station where id = 1 for update")
            .mapTo(Integer.class)
            .one());
  }

  @Override
  public boolean insert(OperatorRecord operator) {
    return work.write(handle -> {
      if (taken(operator)) {
        return false;
      }
      bound(
              handle.createUpdate(
                  """
                  insert into desk_operator (id, name_lookup, sealed_name, sealed_password, role,
                      active, failures, locked_until, created_at, last_sign_in_at)
                  values (:id, :lookup, :sealedName, :sealedPassword, :role, :active, :failures,
                      :lockedUntil, :createdAt, :lastSignInAt)
                  """),
              operator)
          .execute();
      return true;
    });
  }

  @Override
  public Optional<OperatorRecord> byId(UUID id) {
    return one("id", id);
  }

  @Override
  public Optional<OperatorRecord> byName(String name) {
    return one("name_lookup", lookup(name));
  }

  @Override
  public List<OperatorRecord> all() {
    return work.read(
        handle -> handle.createQuery(SELECT + " order by created_at, id").map(this::record).list());
  }

  @Override
  public boolean update(OperatorRecord operator) {
    return work.write(handle -> {
      if (taken(operator)) {
        return false;
      }
      return bound(
                  handle.createUpdate(
                      """
                      update desk_operator
                         set name_lookup = :lookup, sealed_name = :sealedName,
                             sealed_password = :sealedPassword, role = :role, active = :active,
                             failures = :failures, locked_until = :lockedUntil,
                             last_sign_in_at = :lastSignInAt
                       where id = :id
                      """),
                  operator)
              .execute()
          > 0;
    });
  }

  private boolean taken(OperatorRecord operator) {
    return byName(operator.name()).filter(other -> !other.id().equals(operator.id())).isPresent();
  }

  private Optional<OperatorRecord> one(String column, Object value) {
    return work.read(handle ->
        handle
            .createQuery(SELECT + " where " + column + " = :value")
            .bind("value", value)
            .map(this::record)
            .findOne());
  }

  private Update bound(Update statement, OperatorRecord operator) {
    UUID id = operator.id();
    return statement
        .bind("id", id)
        .bind("lookup", lookup(operator.name()))
        .bind("sealedName", sealed(name(id), operator.name()))
        .bind("sealedPassword", sealed(password(id), operator.passwordHash()))
        .bind("role", operator.role())
        .bind("active", operator.active())
        .bind("failures", operator.failures())
        .bind("lockedUntil", operator.lockedUntil())
        .bind("createdAt", operator.createdAt())
        .bind("lastSignInAt", operator.lastSignInAt());
  }

  private OperatorRecord record(ResultSet columns, @Nullable StatementContext context)
      throws SQLException {
    Row row = new Row(columns);
    UUID id = row.uuid("id");
    return new OperatorRecord(
        id,
        opened(name(id), row.bytes("sealed_name")),
        opened(password(id), row.bytes("sealed_password")),
        row.text("role"),
        row.flag("active"),
        row.integer("failures"),
        row.optionalInstant("locked_until"),
        row.instant("created_at"),
        row.optionalInstant("last_sign_in_at"));
  }

  private byte[] lookup(String name) {
    return seal.lookup("operator-name", Operators.folded(name));
  }

  private byte[] sealed(String context, String text) {
    return seal.seal(context, text.getBytes(StandardCharsets.UTF_8));
  }

  private String opened(String context, byte[] sealed) {
    return new String(seal.open(context, sealed), StandardCharsets.UTF_8);
  }

  private static String name(UUID id) {
    return "operator-name:" + id;
  }

  private static String password(UUID id) {
    return "operator-password:" + id;
  }
}
