package org.facedesk.desktop.launch;

import java.nio.file.Path;
import org.facedesk.store.Store;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that touches a station's data. */
final class StationOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (default: the platform's user data folder).")
  private @Nullable Path data;

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "jdbc:postgresql://HOST/DATABASE for a shared store (user and password from FACEDESK_STORE_USER and"
              + " FACEDESK_STORE_PASSWORD); default: the store in the data folder.")
  private @Nullable String store;

  Path dataFolder() {
    return DataFolder.prepare(data == null ? DataFolder.usual() : data);
  }

  /** Whether the store is the data folder's own. */
  boolean embedded() {
    return store == null;
  }

  /** Opens the store; on an empty folder or database, founds it. */
  Store open(Path folder) {
    return JdbcStore.open(location(folder), folder);
  }

  private StoreLocation location(Path folder) {
    if (store == null) {
      return new StoreLocation.Embedded(folder);
    }
    String user = System.getenv("FACEDESK_STORE_USER");
    String password = System.getenv("FACEDESK_STORE_PASSWORD");
    return new StoreLocation.Shared(
        store, user, password == null ? new char[0] : password.toCharArray());
  }
}
