package org.facedesk.store.jdbc;

import java.nio.file.Path;
import org.facedesk.store.Store;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresOperatorsTest extends OperatorsContract {
  private final StoreLocation.Shared location = PostgresServer.newDatabase();
  private final Store store;

  PostgresOperatorsTest(@TempDir Path folder) {
    this.store = JdbcStore.open(location, folder);
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  Jdbi raw() {
    return Jdbi.create(location.jdbcUrl());
  }

  @AfterAll
  void close() {
    store.close();
  }
}
