package org.facedesk.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the tests of this JVM, unpacked and started once, ended with the JVM. It
 * refuses to run as root; there the library starts it in a user namespace ({@code unshare -U}).
 */
final class PostgresServer {
  private static @Nullable EmbeddedPostgres running;

  private PostgresServer() {}

  static synchronized EmbeddedPostgres running() {
    if (running == null) {
      try {
        running = settings().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return running;
  }

  /** A server that forgets quickly and may lose data at a power cut: it is for tests. */
  static EmbeddedPostgres.Builder settings() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "off")
        .setServerConfig("max_connections", "60");
  }

  /** A new empty database, as a client names it. */
  static StoreLocation.Shared newDatabase() {
    String name = "facedesk_" + UUID.randomUUID().toString().replace('-', '_');
    EmbeddedPostgres server = running();
    Jdbi.create(server.getPostgresDatabase()).useHandle(h -> h.execute("create database " + name));
    return StoreLocation.parse(server.getJdbcUrl("postgres", name));
  }
}
