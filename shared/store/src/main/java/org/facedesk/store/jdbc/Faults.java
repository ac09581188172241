package org.facedesk.store.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a database's complaint means for the caller, who may be anyone: messages say what it means,
 * the log names the SQL state. The drivers' own messages may hold values. Classes by the SQL
 * standard and PostgreSQL's appendix A, H2's by its {@code ErrorCode}.
 */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private static final String UNIQUE_VIOLATION = "23505";

  /** PostgreSQL's, H2's. */
  private static final Set<String> REFERENCE_VIOLATIONS = Set.of("23503", "23506");

  private Faults() {}

  static FacedeskException translated(Throwable fault) {
    SQLException sql = sql(fault);
    if (sql == null) {
      return new FacedeskException(ErrorCode.INTERNAL, "The store failed.", fault);
    }
    ErrorCode code = code(sql);
    String message =
        switch (code) {
          case STORE_UNAVAILABLE -> "The database cannot be reached or written.";
          case STORE_IN_USE -> "The database file is held by another process.";
          case OVERLOADED -> "The database is busy with a conflicting change.";
          default -> "The database refused a statement.";
        };
    FacedeskException translated = new FacedeskException(code, message, sql);
    LOG.info("[{}] {} at SQL state {}", translated.correlationId(), code, sql.getSQLState());
    return translated;
  }

  /** Something was committed in memory, but could not be written, as when the disk is full. */
  static FacedeskException notOnDisk(SQLException fault) {
    return new FacedeskException(
        ErrorCode.STORE_UNAVAILABLE, "The database file cannot be written.", fault);
  }

  /** Whether a row with the same unique values exists already. */
  static boolean uniqueViolation(Throwable fault) {
    SQLException sql = sql(fault);
    return sql != null && UNIQUE_VIOLATION.equals(sql.getSQLState());
  }

  /** Whether the row that is pointed at is not there. */
  static boolean referenceViolation(Throwable fault) {
    SQLException sql = sql(fault);
    return sql != null && REFERENCE_VIOLATIONS.contains(String.valueOf(sql.getSQLState()));
  }

  private static ErrorCode code(SQLException sql) {
    if (sql instanceof SQLTransientConnectionException) {
      return ErrorCode.STORE_UNAVAILABLE;
    }
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    return switch (state) {
      // H2: file locked by another process
      case "90020" -> ErrorCode.STORE_IN_USE;
      // H2: I/O error, corrupt, closed, connection broken
      case "90028", "90030", "90031", "90067", "90098", "90121" -> ErrorCode.STORE_UNAVAILABLE;
      // serialization failure, deadlock, lock not available (PostgreSQL; H2: timeout)
      case "40001", "40P01", "55P03", "HYT00" -> ErrorCode.OVERLOADED;
      default -> byClass(state);
    };
  }

  private static ErrorCode byClass(String state) {
    // 08 connection, 28 log-in refused, 3D no such database, 53 out of resources,
    // 57 shut down or cancelled by the server, 58 its disk
    for (String unavailable : new String[] {"08", "28", "3D", "53", "57", "58"}) {
      if (state.startsWith(unavailable)) {
        return ErrorCode.STORE_UNAVAILABLE;
      }
    }
    return ErrorCode.INTERNAL;
  }

  private static @Nullable SQLException sql(Throwable fault) {
    SQLException found = null;
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (found == null || found.getSQLState() == null)) {
        found = sql;
      }
    }
    return found;
  }
}
