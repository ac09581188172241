package org.facedesk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.facedesk.store.jdbc.StoreContract.assertRefused;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.store.Clients;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder of one station: its lock, its key, and what a sudden end leaves behind. */
class EmbeddedStoreTest {
  @TempDir Path folder;

  private JdbcStore open() {
    return JdbcStore.open(new StoreLocation.Embedded(folder), folder);
  }

  @Test
  void remembersAfterARestart() {
    UserRecord user;
    try (Store store = open()) {
      user = Samples.storedUser(store, Clients.DESK, "17");
    }
    try (Store store = open()) {
      assertThat(store.users().byExternalId(Clients.DESK, "17")).contains(user);
    }
  }

  @Test
  void isForItsOwnerAloneInAFolderThatOthersMayLookInto() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path file = folder.resolve("station.mv.db");
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    open().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void isForOneStationAtATime() {
    try (Store store = open()) {
      assertRefused(ErrorCode.STORE_IN_USE, this::open);
      assertRefused(ErrorCode.STORE_IN_USE, this::open);
      assertThat(store.available()).isTrue();
    }
    open().close();
  }

  @Test
  void isRefusedToAnOlderProgram() {
    open().close();
    Jdbi raw = Jdbi.create(Database.h2Url(folder).replace(";DB_CLOSE_DELAY=-1", ""), "sa", "");
    raw.useHandle(h ->
        h.execute(
            """
            insert into "flyway_schema_history" ("installed_rank", "version", "description",
                "type", "script", "checksum", "installed_by", "execution_time", "success")
            values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'sa', 1, true)
            """));
    assertRefused(ErrorCode.STORE_TOO_NEW, this::open);
    raw.useHandle(h -> h.execute("delete from \"flyway_schema_history\" where \"version\" = '99'"));
    open().close();
  }

  @Test
  void isNotOpenedWithoutItsKeyAndNeverGivenANewOne() throws IOException {
    open().close();
    Path key = folder.resolve("station.key");
    Path elsewhere = folder.resolve("backup");
    Files.move(key, elsewhere);
    assertRefused(ErrorCode.STATION_KEY_INVALID, this::open);
    assertThat(key).doesNotExist();
    Files.move(elsewhere, key);
    open().close();
  }

  @Test
  void isNotOpenedWithTheKeyOfAnotherStation(@TempDir Path other) throws IOException {
    open().close();
    JdbcStore.open(new StoreLocation.Embedded(other), other).close();
    Files.delete(folder.resolve("station.key"));
    Files.copy(other.resolve("station.key"), folder.resolve("station.key"));
    assertRefused(ErrorCode.STATION_KEY_INVALID, this::open);
  }

  @Test
  void saysThatABrokenDatabaseCannotBeRead() throws IOException {
    open().close();
    Files.write(folder.resolve("station.mv.db"), new byte[20_000]);
    assertRefused(ErrorCode.STORE_UNAVAILABLE, this::open);
  }

  @Test
  void holdsNothingOfAPersonInClear() throws IOException {
    String externalId = "passport-X4711-of-someone";
    try (Store store = open()) {
      UserRecord user = Samples.storedUser(store, Clients.DESK, externalId);
      store.users().update(user);
    }
    List<byte[]> contents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.add(Files.readAllBytes(file));
      }
    }
    assertThat(contents).hasSizeGreaterThanOrEqualTo(3);
    for (byte[] content : contents) {
      for (String secret : List.of(externalId, "Zoë Ångström", "floor")) {
        assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain(secret);
        assertThat(new String(content, StandardCharsets.UTF_16BE)).doesNotContain(secret);
      }
    }
  }

  @Test
  void keepsEverythingItAcknowledgedBeforeItWasKilled() throws Exception {
    Process station =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DoomedStation.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader lines = station.inputReader(StandardCharsets.UTF_8)) {
      while (acknowledged.size() < 100) {
        String line = lines.readLine();
        assertThat(line).as("the station ended by itself").isNotNull();
        acknowledged.add(line);
      }
      assertRefused(ErrorCode.STORE_IN_USE, this::open);
      station.destroyForcibly();
    }
    station.waitFor();

    try (Store store = open()) {
      for (String id : acknowledged) {
        assertThat(store.users().byId(UUID.fromString(id))).as(id).isPresent();
      }
      assertThat(store.audit().firstBroken()).isEmpty();
      assertThat(store.audit().page(0, 1).getFirst().number())
          .isGreaterThanOrEqualTo(acknowledged.size());
    }
  }
}
