package org.facedesk.store.jdbc;

import java.nio.file.Path;
import org.facedesk.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class H2OperatorsTest extends OperatorsContract {
  private final Path folder;
  private final Store store;

  H2OperatorsTest(@TempDir Path folder) {
    this.folder = folder;
    this.store = JdbcStore.open(new StoreLocation.Embedded(folder), folder);
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  Jdbi raw() {
    return Jdbi.create(Database.h2Url(folder), "sa", "");
  }

  @AfterAll
  void close() {
    store.close();
  }
}
