package org.facedesk.store.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.facedesk.core.Seal;
import org.facedesk.store.Attempts;
import org.facedesk.store.Audit;
import org.facedesk.store.Clients;
import org.facedesk.store.Consents;
import org.facedesk.store.Decisions;
import org.facedesk.store.Enrollments;
import org.facedesk.store.Operators;
import org.facedesk.store.Pictures;
import org.facedesk.store.Sessions;
import org.facedesk.store.Store;
import org.facedesk.store.Templates;
import org.facedesk.store.Users;
import org.facedesk.store.Webhooks;
import org.facedesk.store.seal.StationKeyFile;
import org.jdbi.v3.core.Handle;

/** The store on H2 or PostgreSQL. Safe for many threads. */
public final class JdbcStore implements Store {
  private final Database database;
  private final String description;
  private final Seal seal;
  private final Work work;

  private JdbcStore(Database database, String description, Seal seal, Work work) {
    this.database = database;
    this.description = description;
    this.seal = seal;
    this.work = work;
  }

  /**
   * Opens the store, on an empty database founds it: tables, station key, the desk as a client.
   *
   * @param dataFolder where {@code station.key} lies; made if missing
   * @throws FacedeskException STORE_IN_USE, STORE_TOO_NEW, STATION_KEY_INVALID or, after a few
   *     seconds without an answer, STORE_UNAVAILABLE
   */
  public static JdbcStore open(StoreLocation location, Path dataFolder) {
    try {
      OwnerOnly.createFolder(dataFolder);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.STORE_UNAVAILABLE, "The data folder cannot be made.", e);
    }
    return open(location, founding -> founding.key(new StationKeyFile(dataFolder)));
  }

  /** Opens the store under a key that is held elsewhere. */
  public static JdbcStore open(StoreLocation location, Seal seal) {
    return open(
        location,
        founding -> {
          founding.ensure(seal);
          return seal;
        });
  }

  private static JdbcStore open(StoreLocation location, Function<Founding, Seal> key) {
    Database database = Database.open(location);
    try {
      Schema.migrate(database.dataSource());
      database.sync();
      Seal seal = key.apply(new Founding(database));
      return new JdbcStore(database, location.description(), seal, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public Clients clients() {
    return new JdbcClients(work);
  }

  @Override
  public Users users() {
    return new JdbcUsers(work, seal);
  }

  @Override
  public Sessions sessions() {
    return new JdbcSessions(work, seal);
  }

  @Override
  public Enrollments enrollments() {
    return new JdbcEnrollments(work);
  }

  @Override
  public Consents consents() {
    return new JdbcConsents(work);
  }

  @Override
  public Decisions decisions() {
    return new JdbcDecisions(work, seal);
  }

  @Override
  public Templates templates() {
    return new JdbcTemplates(work);
  }

  @Override
  public Pictures pictures() {
    return new JdbcPictures(work, seal);
  }

  @Override
  public Attempts attempts() {
    return new JdbcAttempts(work);
  }

  @Override
  public Webhooks webhooks() {
    return new JdbcWebhooks(work, seal, sessions());
  }

  @Override
  public Operators operators() {
    return new JdbcOperators(work, seal);
  }

  @Override
  public Audit audit() {
    return new JdbcAudit(work, seal);
  }

  @Override
  public Seal seal() {
    return seal;
  }

  @Override
  public <T> T inTransaction(Function<Store, T> job) {
    return work.write(handle -> within(handle, job));
  }

  private <T> T within(Handle handle, Function<Store, T> job) {
    if (work instanceof Transaction) {
      return job.apply(this);
    }
    Transaction transaction = new Transaction(handle);
    T result = job.apply(new JdbcStore(database, description, seal, transaction));
    transaction.finish();
    return result;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public boolean available() {
    try {
      return (database.writable() || takesChange()) && answers();
    } catch (FacedeskException e) {
      return false;
    }
  }

  private boolean answers() {
    return database.read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one() == 1);
  }

  private boolean takesChange() {
    try {
      return change();
    } catch (FacedeskException e) {
      // the connection may be one from before the outage; a database that answers gets another try
      return answers() && change();
    }
  }

  private boolean change() {
    return database.write(
            handle -> handle.execute("update station set key_check = key_check where id = 1"))
        == 1;
  }

  @Override
  public void close() {
    database.close();
  }
}
