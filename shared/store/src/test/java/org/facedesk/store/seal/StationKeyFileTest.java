package org.facedesk.store.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.OwnerOnly;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StationKeyFileTest {
  @TempDir Path folder;
  private StationKeyFile file;
  private Path path;

  @BeforeEach
  void file() {
    file = new StationKeyFile(folder);
    path = folder.resolve("station.key");
  }

  private static void assertRefused(Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STATION_KEY_INVALID));
  }

  private void assumePosix() {
    assumeThat(Files.getFileAttributeView(folder, PosixFileAttributeView.class))
        .as("POSIX permissions")
        .isNotNull();
  }

  @Test
  void isNotThereUntilItIsMade() {
    assertThat(file.read()).isEmpty();
  }

  @Test
  void holdsTheKeyThatWasMade() throws IOException {
    byte[] box = file.create().seal("c", new byte[] {1, 2, 3});
    assertThat(new StationKeyFile(folder).read().orElseThrow().open("c", box))
        .containsExactly(1, 2, 3);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no draft is left behind").containsExactly(path);
    }
  }

  @Test
  void isNeverReplaced() throws IOException {
    file.create();
    byte[] before = Files.readAllBytes(path);
    assertRefused(file::create);
    assertThat(Files.readAllBytes(path)).isEqualTo(before);
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    assumePosix();
    file.create();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  void losesTheRightsOfOthersWhenItIsRead() throws IOException {
    assumePosix();
    file.create();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(file.read()).isPresent();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(OwnerOnly.repair(path)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "facedesk-station-key-1:",
        "facedesk-station-key-1:AAAA",
        "facedesk-station-key-1:!!!!",
        "facedesk-station-key-2:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "something else altogether"
      })
  void isRefusedWhenItIsNoStationKey(String text) throws IOException {
    Files.writeString(path, text);
    assertRefused(file::read);
  }

  @Test
  void toleratesTheLineEndOfAnotherSystem() throws IOException {
    byte[] box = file.create().seal("c", new byte[8]);
    Files.writeString(path, Files.readString(path).strip() + "\r\n");
    assertThat(file.read().orElseThrow().open("c", box)).hasSize(8);
  }

  @Test
  void aFolderMadeForItIsForItsOwnerAlone() throws IOException {
    assumePosix();
    Path made = folder.resolve("a").resolve("b");
    OwnerOnly.createFolder(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }
}
