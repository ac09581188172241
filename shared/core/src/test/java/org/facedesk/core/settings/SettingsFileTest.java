package org.facedesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
class SettingsFileTest {
  @TempDir private Path folder;
  private Path path;
  private SettingsFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("station.properties");
    file = new SettingsFile(path);
  }

  private void change(String key, String value) {
    file.change(Map.of(key, Optional.of(value)));
  }

  private Map<String, String> read() {
    return new SettingsFile(path).read().values();
  }

  @Test
  void whereThereIsNoFileEverythingIsBuiltIn() {
    assertThat(file.read()).isEqualTo(new SettingsFile.Found.Nothing());
  }

  @Test
  void whatWasSavedIsReadAgain() {
    change("port", "8443");
    change("host", "0.0.0.0");

    assertThat(read()).containsEntry("port", "8443").containsEntry("host", "0.0.0.0");
    assertThat(file.read()).isInstanceOf(SettingsFile.Found.Whole.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " spaced ", "a\\b", "#no", "a=b:c", "مرحبا", "tab\there", "two\nlines"})
  void everyTextComesBackAsItWas(String value) {
    change("station-name", value);
    assertThat(read()).containsEntry("station-name", value);
  }

  @Test
  void aHandWrittenFileKeepsItsCommentsAndOtherLines() throws IOException {
    Files.writeString(
        path, "# our station\nhost=0.0.0.0\n\npublic-url = \\\n  https://a.example\nport : 1\n");

    change("port", "2");

    assertThat(Files.readString(path))
        .startsWith(
            "settings-version = 1\n# our station\nhost=0.0.0.0\n\npublic-url = \\\n  https://a.example\nport = 2\n");
    assertThat(read()).containsEntry("public-url", "https://a.example").containsEntry("port", "2");
  }

  @Test
  void whatIsTakenOutIsBuiltInAgain() {
    change("port", "2");
    file.change(Map.of("port", Optional.empty()));
    assertThat(read()).doesNotContainKey("port");
  }

  @Test
  void aFileCutShortIsMadeUpForByTheOneBefore() throws IOException {
    change("port", "1");
    change("port", "2");
    byte[] whole = Files.readAllBytes(path);
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(path, java.util.Arrays.copyOf(whole, length));
      assertThat(read().get("port")).as("cut to %d bytes", length).isIn("1", "2");
    }
  }

  @Test
  void aSpoiledFileIsMadeUpForByTheOneBeforeAndSaysSo() throws IOException {
    change("port", "1");
    change("port", "2");
    for (byte[] spoiled :
        new byte[][] {
          new byte[300], {(byte) 0xff, 'x'}, "a=\\u12".getBytes(StandardCharsets.US_ASCII)
        }) {
      Files.write(path, spoiled);
      assertThat(file.read())
          .isInstanceOfSatisfying(
              SettingsFile.Found.Backup.class,
              found -> {
                assertThat(found.values()).containsEntry("port", "1");
                assertThat(found.why()).isNotBlank();
              });
    }
  }

  @Test
  void savingOverASpoiledFileKeepsTheGoodOneBefore() throws IOException {
    change("port", "1");
    change("port", "2");
    Files.write(path, new byte[300]);
    change("host", "::1");

    assertThat(read()).containsEntry("port", "1").containsEntry("host", "::1");
    Files.write(path, new byte[300]);
    assertThat(read()).containsEntry("port", "1");
  }

  @Test
  void aFileThatIsBrokenWithoutOneBeforeIsRefused() throws IOException {
    Files.write(path, new byte[300]);
    assertRefused(() -> file.read(), ErrorCode.SETTINGS_INVALID);
  }

  @Test
  void settingsOfANewerVersionAreRefused() throws IOException {
    Files.writeString(path, "settings-version = 2\nport = 1\n# end of settings\n");
    assertRefused(() -> file.read(), ErrorCode.SETTINGS_INVALID);
  }

  @Test
  void whoeverTakesTheFileAwayGetsWhatIsBuiltIn() throws IOException {
    change("port", "1");
    change("port", "2");
    Files.delete(path);
    assertThat(file.read()).isEqualTo(new SettingsFile.Found.Nothing());
  }

  @Test
  void othersMayNotReadIt() throws IOException {
    assumePosix();
    change("port", "1");
    change("port", "2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("station.properties.bak"))))
        .isEqualTo("rw-------");
  }

  @Test
  void rightsThatSomebodyGaveAreKept() throws IOException {
    assumePosix();
    Files.writeString(path, "port=1\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    change("port", "2");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aLinkIsKeptAndWhatItPointsToIsChanged() throws IOException {
    assumePosix();
    Path real =
        Files.writeString(Files.createDirectory(folder.resolve("etc")).resolve("s"), "port=1\n");
    Files.createSymbolicLink(path, real);
    change("port", "2");
    assertThat(path).isSymbolicLink();
    assertThat(Files.readString(real)).contains("port = 2");
  }

  @Test
  void aFolderThatCannotBeWrittenToIsToldAndChangesNothing() {
    SettingsFile nowhere = new SettingsFile(folder.resolve("missing").resolve("s"));
    assertRefused(
        () -> nowhere.change(Map.of("port", Optional.of("1"))), ErrorCode.SETTINGS_NOT_SAVED);
  }

  private static void assumePosix() {
    Assumptions.assumeFalse(
        System.getProperty("os.name").startsWith("Windows"), "rights and links as on POSIX");
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FacedeskException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
