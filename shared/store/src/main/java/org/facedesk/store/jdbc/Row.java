package org.facedesk.store.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name; {@code optional…} for columns that may be null. */
record Row(ResultSet columns) {
  UUID uuid(String column) throws SQLException {
    return Objects.requireNonNull(optionalUuid(column), column);
  }

  @Nullable UUID optionalUuid(String column) throws SQLException {
    return columns.getObject(column, UUID.class);
  }

  Instant instant(String column) throws SQLException {
    return Objects.requireNonNull(optionalInstant(column), column);
  }

  @Nullable Instant optionalInstant(String column) throws SQLException {
    OffsetDateTime time = columns.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  String text(String column) throws SQLException {
    return Objects.requireNonNull(optionalText(column), column);
  }

  @Nullable String optionalText(String column) throws SQLException {
    return columns.getString(column);
  }

  byte[] bytes(String column) throws SQLException {
    return Objects.requireNonNull(columns.getBytes(column), column);
  }

  boolean flag(String column) throws SQLException {
    return columns.getBoolean(column);
  }

  int integer(String column) throws SQLException {
    return columns.getInt(column);
  }

  @Nullable Integer optionalInteger(String column) throws SQLException {
    int value = columns.getInt(column);
    return columns.wasNull() ? null : value;
  }

  long number(String column) throws SQLException {
    return columns.getLong(column);
  }

  @Nullable Double optionalReal(String column) throws SQLException {
    double value = columns.getDouble(column);
    return columns.wasNull() ? null : value;
  }
}
