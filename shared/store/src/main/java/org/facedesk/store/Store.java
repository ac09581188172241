package org.facedesk.store;

import java.util.function.Function;
import org.facedesk.core.Seal;

/**
 * The station's memory. Safe for many threads. Outside {@link #inTransaction} each call commits by
 * itself; what a call has returned from is on disk.
 *
 * <p>All methods throw {@link org.facedesk.core.FacedeskException} with STORE_UNAVAILABLE when the
 * database cannot be reached.
 */
public interface Store extends AutoCloseable {
  Clients clients();

  Users users();

  Sessions sessions();

  Enrollments enrollments();

  Consents consents();

  Decisions decisions();

  Templates templates();

  Pictures pictures();

  Attempts attempts();

  Webhooks webhooks();

  Operators operators();

  Audit audit();

  /** Encryption at rest, under this station's key. */
  Seal seal();

  /** Runs the work in one transaction; an exception rolls everything back and passes through. */
  <T> T inTransaction(Function<Store, T> work);

  /**
   * What it is, for the status bar: {@code H2} or {@code PostgreSQL host/database}; never a
   * password.
   */
  String description();

  /**
   * Whether the database answers right now and, if the newest change failed, takes one; never
   * throws.
   */
  boolean available();

  @Override
  void close();
}
