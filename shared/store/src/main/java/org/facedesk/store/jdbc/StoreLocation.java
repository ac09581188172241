package org.facedesk.store.jdbc;

import java.nio.file.Path;
import java.util.Objects;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/** Which database a station uses. */
public sealed interface StoreLocation {

  /** What it is, for people; never a password. */
  String description();

  /**
   * Reads what follows {@code --store}.
   *
   * @param url {@code jdbc:postgresql://host[:port]/database[?options]}; user and password may
   *     stand among the options or in the user's password file
   * @throws FacedeskException SETTINGS_INVALID if it is no such address
   */
  static Shared parse(String url) {
    return new Shared(url, null, new char[0]);
  }

  /**
   * A database file of this station alone.
   *
   * @param folder where it lies, usually the data folder; made if missing
   */
  record Embedded(Path folder) implements StoreLocation {
    @Override
    public String description() {
      return "H2";
    }
  }

  /** A database that never reaches a disk and is gone when it is closed. */
  record Memory() implements StoreLocation {
    @Override
    public String description() {
      return "memory";
    }
  }

  /**
   * A PostgreSQL that several stations may share, if all have the same {@code station.key}.
   *
   * @param user null: as in the URL, or the system's user
   * @param password empty: as in the URL or the user's password file; not copied, wipe it after the
   *     store is open
   */
  record Shared(String jdbcUrl, @Nullable String user, char[] password) implements StoreLocation {

    public Shared {
      if (!jdbcUrl.startsWith("jdbc:postgresql:") || Driver.parseURL(jdbcUrl, null) == null) {
        throw new FacedeskException(
            ErrorCode.SETTINGS_INVALID,
            "The store must be given as jdbc:postgresql://host/database.");
      }
    }

    @Override
    public String description() {
      return "PostgreSQL " + part("PGHOST") + "/" + part("PGDBNAME");
    }

    /** What the pool may write to the log. */
    String urlWithoutSecrets() {
      return jdbcUrl.replaceAll("(?<=[?&])(user|password)=[^&]*(&|$)", "");
    }

    @Nullable String userName() {
      return user != null ? user : part("user");
    }

    @Nullable String passwordText() {
      return password.length > 0 ? new String(password) : part("password");
    }

    private @Nullable String part(String name) {
      return Objects.requireNonNull(Driver.parseURL(jdbcUrl, null)).getProperty(name);
    }

    /** Without the URL, which may hold a password. */
    @Override
    public String toString() {
      return description();
    }
  }
}
