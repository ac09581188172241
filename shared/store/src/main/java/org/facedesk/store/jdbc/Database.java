package org.facedesk.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to one database, and for an embedded one the lock on its folder. */
final class Database implements Work, AutoCloseable {
  private static final String H2_DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  /** H2 keeps its file open until {@link #close}, and never closes it behind our back. */
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  /** Of the database's file in the data folder, without its ending. */
  private static final String NAME = "station";

  private static final String H2_OPTIONS =
      H2_DIALECT
          + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
          // space freed by a change is not written over before several later ones are on disk
          + ";RETENTION_TIME=5000";

  private static final long PATIENCE_MILLIS = 4_000;

  private volatile boolean writable = true;
  private final HikariDataSource dataSource;
  private final Jdbi jdbi;
  private final @Nullable StationLock lock;
  private final @Nullable Checkpoint checkpoint;

  private Database(HikariDataSource dataSource, @Nullable StationLock lock) {
    this.dataSource = dataSource;
    this.lock = lock;
    this.checkpoint = lock == null ? null : new Checkpoint(dataSource);
    this.jdbi =
        Jdbi.create(dataSource)
            .registerArgument(new InstantArgument())
            .registerArgument(new UuidArgument());
  }

  /**
   * @throws FacedeskException STORE_IN_USE or, after a few seconds, STORE_UNAVAILABLE
   */
  static Database open(StoreLocation location) {
    return switch (location) {
      case StoreLocation.Embedded embedded -> embedded(embedded);
      case StoreLocation.Memory memory -> new Database(connect(memory()), null);
      case StoreLocation.Shared shared -> new Database(connect(settings(shared)), null);
    };
  }

  /** The database lives as long as the pool holds a connection to it, and one is always held. */
  private static HikariConfig memory() {
    HikariConfig settings = settings();
    settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + H2_DIALECT);
    settings.setUsername("sa");
    settings.setPassword("");
    settings.setMaxLifetime(0);
    return settings;
  }

  private static Database embedded(StoreLocation.Embedded location) {
    try {
      OwnerOnly.createFolder(location.folder());
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "The data folder cannot be made.", e);
    }
    StationLock lock = StationLock.take(location.folder());
    try {
      HikariConfig settings = settings();
      settings.setJdbcUrl(h2Url(location.folder()));
      settings.setUsername("sa");
      settings.setPassword("");
      Path file = location.folder().resolve(NAME + ".mv.db");
      boolean founded = !Files.exists(file);
      Database database = new Database(connect(settings), lock);
      keepToOwner(file, founded);
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** The folder may be one that others can look into: somebody made it, not the station. */
  private static void keepToOwner(Path file, boolean founded) {
    try {
      if (founded) {
        OwnerOnly.keep(file);
      } else if (OwnerOnly.repair(file)) {
        LOG.warn(OwnerOnly.WAS_OPEN, file.getFileName());
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be kept from other users of this computer", file.getFileName(), e);
    }
  }

  /**
   * {@code retry} opens the file again when a thread was interrupted while it wrote; the plain file
   * would stay closed, and the database with it, until the next start.
   */
  static String h2Url(Path folder) {
    return "jdbc:h2:retry:" + folder.toAbsolutePath().resolve(NAME) + H2_OPTIONS;
  }

  private static HikariConfig settings() {
    HikariConfig settings = new HikariConfig();
    settings.setPoolName("store");
    settings.setMaximumPoolSize(10);
    settings.setMinimumIdle(1);
    settings.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    settings.setConnectionTimeout(PATIENCE_MILLIS);
    settings.setInitializationFailTimeout(PATIENCE_MILLIS);
    settings.setValidationTimeout(2_000);
    return settings;
  }

  private static HikariConfig settings(StoreLocation.Shared location) {
    HikariConfig settings = settings();
    settings.setJdbcUrl(location.urlWithoutSecrets());
    settings.setUsername(location.userName());
    settings.setPassword(location.passwordText());
    settings.setKeepaliveTime(60_000);
    // seconds; a server that went silent must not hold a capture session for minutes
    settings.addDataSourceProperty("connectTimeout", "3");
    settings.addDataSourceProperty("socketTimeout", "20");
    settings.addDataSourceProperty("tcpKeepAlive", "true");
    settings.addDataSourceProperty("ApplicationName", "facedesk");
    // the server's details quote the values of rows
    settings.addDataSourceProperty("logServerErrorDetail", "false");
    return settings;
  }

  private static HikariDataSource connect(HikariConfig settings) {
    try {
      return new HikariDataSource(settings);
    } catch (PoolInitializationException e) {
      throw Faults.translated(e);
    }
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public <T> T read(Function<Handle, T> query) {
    return guarded(() -> jdbi.withHandle(query::apply));
  }

  @Override
  public <T> T write(Function<Handle, T> change) {
    try {
      T result = guarded(() -> jdbi.inTransaction(change::apply));
      sync();
      writable = true;
      return result;
    } catch (FacedeskException e) {
      if (e.code() == ErrorCode.STORE_UNAVAILABLE) {
        writable = false;
      }
      throw e;
    }
  }

  /** Whether the newest change got through; a full disk can be read from. */
  boolean writable() {
    return writable;
  }

  @Override
  public void last(Consumer<Handle> change) {
    write(handle -> {
      change.accept(handle);
      return true;
    });
  }

  /** Returns when everything committed so far is on disk. */
  void sync() {
    if (checkpoint != null) {
      try {
        checkpoint.await();
      } catch (SQLException e) {
        throw Faults.notOnDisk(e);
      }
    }
  }

  private static <T> T guarded(Supplier<T> statements) {
    try {
      return statements.get();
    } catch (JdbiException e) {
      throw Faults.translated(e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock != null && !dataSource.isClosed()) {
        try (Connection connection = dataSource.getConnection();
            Statement statement = connection.createStatement()) {
          // H2 closes its file with the last connection
          statement.execute("SET DB_CLOSE_DELAY 0");
        }
      }
    } catch (SQLException e) {
      throw Faults.translated(e);
    } finally {
      dataSource.close();
      if (lock != null) {
        lock.close();
      }
    }
  }
}
