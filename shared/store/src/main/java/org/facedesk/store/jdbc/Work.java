package org.facedesk.store.jdbc;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Where statements run: each by itself on a connection of the pool ({@link Database}), or all on
 * one inside a transaction ({@link Transaction}). The repositories do not know which.
 */
interface Work {
  /** Runs a query. */
  <T> T read(Function<Handle, T> query);

  /** Runs changes that belong together; when this returns they are on disk, or part of a whole. */
  <T> T write(Function<Handle, T> change);

  /**
   * Runs a change as the last one before the commit, for a row that everyone waits for: now, or at
   * the end of the transaction.
   */
  void last(Consumer<Handle> change);
}
