package org.facedesk.store.jdbc;

import java.util.Arrays;
import javax.sql.DataSource;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** Brings a database to the tables this program knows. */
final class Schema {
  private Schema() {}

  /**
   * @throws FacedeskException STORE_TOO_NEW if a newer program has been here; then nothing is
   *     changed
   */
  static void migrate(DataSource dataSource) {
    try {
      Flyway flyway =
          Flyway.configure()
              .dataSource(dataSource)
              .locations("classpath:org/facedesk/store/jdbc/migrations")
              .failOnMissingLocations(true)
              .loggers("slf4j")
              .load();
      if (Arrays.stream(flyway.info().all()).anyMatch(Schema::unknownHere)) {
        throw new FacedeskException(
            ErrorCode.STORE_TOO_NEW, "The store was last used by a newer version of this program.");
      }
      flyway.migrate();
    } catch (FlywayException e) {
      throw Faults.translated(e);
    }
  }

  private static boolean unknownHere(MigrationInfo migration) {
    return switch (migration.getState()) {
      case FUTURE_SUCCESS, FUTURE_FAILED -> true;
      default -> false;
    };
  }
}
