package org.facedesk.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Makes H2's commits durable. H2 gathers committed changes in memory and writes them up to half a
 * second later ({@code WRITE_DELAY}), without forcing them to the disk; {@code CHECKPOINT SYNC}
 * writes and forces what is committed. Threads that commit at the same time share one.
 */
final class Checkpoint {
  private final DataSource dataSource;
  private final AtomicLong asked = new AtomicLong();
  private final ReentrantLock turn = new ReentrantLock();

  /** How many of those who asked are served; guarded by {@link #turn}. */
  private long served;

  Checkpoint(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Returns when everything committed before the call is on disk. */
  void await() throws SQLException {
    long mine = asked.incrementAndGet();
    turn.lock();
    try {
      if (served >= mine) {
        return;
      }
      long upTo = asked.get();
      try (Connection connection = dataSource.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CHECKPOINT SYNC");
      }
      served = upTo;
    } finally {
      turn.unlock();
    }
  }
}
