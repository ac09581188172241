package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.store.jdbc.Samples.NOON;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.AuditEvent;
import org.facedesk.store.SessionStatus;
import org.facedesk.store.Store;
import org.facedesk.store.seal.StationKeyFile;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresStoreTest extends StoreContract {
  private final StoreLocation.Shared location = PostgresServer.newDatabase();
  private final Path folder;
  private final Store store;

  PostgresStoreTest(@TempDir Path folder) {
    this.folder = folder;
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

  @Test
  void isSharedByStationsWithTheSameKey() throws Exception {
    try (Store second = JdbcStore.open(location, folder)) {
      List<Store> stations = List.of(store, second);
      UUID client = Samples.storedClient(store);
      for (int round = 0; round < 20; round++) {
        UUID id = Samples.storedSession(second, client).id();
        store.sessions().move(id, SessionStatus.PROCESSING, 0, NOON, null);
        AtomicInteger turn = new AtomicInteger();
        List<Boolean> won =
            together(
                4,
                () -> {
                  Store station = stations.get(turn.getAndIncrement() % 2);
                  station
                      .audit()
                      .append(new AuditEvent("a", "station", null, null, null, Map.of()));
                  return station.sessions().move(id, SessionStatus.COMPLETED, 3, NOON, null);
                });
        assertThat(won).containsOnlyOnce(true);
      }
      assertThat(second.audit().firstBroken()).isEmpty();
    }
  }

  @Test
  void isRefusedToAStationWithAnotherKeyOrNone(@TempDir Path other) {
    assertRefused(ErrorCode.STATION_KEY_INVALID, () -> JdbcStore.open(location, other));
    assertThat(other.resolve("station.key")).doesNotExist();
    new StationKeyFile(other).create();
    assertRefused(ErrorCode.STATION_KEY_INVALID, () -> JdbcStore.open(location, other));
  }

  @Test
  void isDescribedByHostAndDatabase() {
    assertThat(store.description()).startsWith("PostgreSQL localhost/facedesk_");
  }
}
