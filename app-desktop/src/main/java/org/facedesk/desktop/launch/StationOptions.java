package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.Map;
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
          "jdbc:postgresql://HOST/DATABASE for a shared store (its password from FACEDESK_STORE_PASSWORD, or sealed"
              + " in the settings); default: the store in the data folder.")
  private @Nullable String store;

  @Option(names = "--store-user", paramLabel = "NAME", description = "User of the shared store.")
  private @Nullable String storeUser;

  Path dataFolder() {
    return DataFolder.prepare(data == null ? DataFolder.usual() : data);
  }

  /** Whether the store is the data folder's own. */
  boolean embedded() {
    return store == null || store.isBlank();
  }

  /** Opens the store; on an empty folder or database, founds it. */
  Store open(Path folder) {
    return JdbcStore.open(location(folder), folder);
  }

  private StoreLocation location(Path folder) {
    if (store == null || store.isBlank()) {
      return new StoreLocation.Embedded(folder);
    }
    String user = storeUser == null || storeUser.isBlank() ? null : storeUser;
    String password =
        Configuration.read(folder, System.getenv(), Map.of()).get().store().password();
    return new StoreLocation.Shared(store, user, password.toCharArray());
  }
}
