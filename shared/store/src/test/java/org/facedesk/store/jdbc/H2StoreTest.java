package org.facedesk.store.jdbc;

import java.nio.file.Path;
import org.facedesk.store.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class H2StoreTest extends StoreContract {
  private final Store store;

  H2StoreTest(@TempDir Path folder) {
    store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
  }

  @Override
  Store store() {
    return store;
  }

  @AfterAll
  void close() {
    store.close();
  }
}
