package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away and comes back under a running station. */
class PostgresOutageTest {
  @TempDir Path folder;

  private EmbeddedPostgres start(int port) throws IOException {
    return PostgresServer.settings()
        .setDataDirectory(folder.resolve("cluster"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void isNoticedWithinSecondsAndOverAsSoonAsTheDatabaseIsBack() throws IOException {
    int port = freePort();
    EmbeddedPostgres server = start(port);
    StoreLocation location = StoreLocation.parse(server.getJdbcUrl("postgres", "postgres"));
    try (Store store = JdbcStore.open(location, folder)) {
      UUID client = Samples.storedClient(store);
      UserRecord user = Samples.storedUser(store, client, "17");

      server.close();
      Instant asked = Instant.now();
      StoreContract.assertRefused(
          ErrorCode.STORE_UNAVAILABLE, () -> Samples.storedUser(store, client, "18"));
      assertThat(store.available()).isFalse();
      assertThat(Instant.now()).isCloseTo(asked, within(20, ChronoUnit.SECONDS));

      server = start(port);
      assertThat(store.available()).isTrue();
      assertThat(store.users().byExternalId(client, "17")).contains(user);
      Samples.storedUser(store, client, "18");
    } finally {
      server.close();
    }
  }

  @Test
  void atTheStartIsSaidAfterSeconds() throws IOException {
    int nobody = freePort();
    StoreLocation location =
        StoreLocation.parse("jdbc:postgresql://localhost:" + nobody + "/facedesk");
    Instant asked = Instant.now();
    StoreContract.assertRefused(
        ErrorCode.STORE_UNAVAILABLE, () -> JdbcStore.open(location, folder));
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }
}
