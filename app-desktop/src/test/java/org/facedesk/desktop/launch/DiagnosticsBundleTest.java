package org.facedesk.desktop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.facedesk.admin.ClientOptions;
import org.facedesk.admin.PhotoReader;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.facedesk.store.ClientRecord;
import org.facedesk.store.Clients;
import org.facedesk.store.Picture;
import org.facedesk.store.Store;
import org.facedesk.store.UserRecord;
import org.facedesk.store.jdbc.JdbcStore;
import org.facedesk.store.jdbc.StoreLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Markers are planted wherever a station keeps something; none may be found, however written. */
class DiagnosticsBundleTest {
  private static final byte[] FACE = pattern(4096, 7);
  private static final byte[] TEMPLATE = pattern(512, 11);
  private static final String NAME = "Ada Planted-Lovelace";
  private static final String PERSON = "planted-person-1815";
  private static final String PASSWORD = "planted-Passw0rd!";
  private static final String GUARD = "planted-guard";

  @TempDir private Path folder;
  private final Map<String, byte[]> planted = new LinkedHashMap<>();

  private static byte[] pattern(int length, int factor) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i * factor + (i >> 3));
    }
    return bytes;
  }

  private void plant(String what, String text) {
    planted.put(what, text.getBytes(StandardCharsets.UTF_8));
  }

  private static PhotoReader noPhotos() {
    return encoded -> {
      throw new AssertionError("nobody imports a photo here");
    };
  }

  /** A station's data folder with a person, a client, settings with secrets, and a log. */
  private LiveSettings plantEverywhere() throws IOException {
    plant("name", NAME);
    plant("person's id", PERSON);
    plant("password", PASSWORD);
    plant("camera's user", GUARD);
    planted.put("face", Arrays.copyOf(FACE, 48));
    planted.put("template", Arrays.copyOf(TEMPLATE, 48));
    LiveSettings settings;
    try (Store store = JdbcStore.open(new StoreLocation.Embedded(folder), folder)) {
      Map<String, Object> client =
          StoreAdministration.over(store, id -> {}, noPhotos())
              .createClient("Planted gate", ClientOptions.of(ClientRecord.Envelope.SECRET_KEY));
      plant("client's name", "Planted gate");
      plant("API key", String.valueOf(client.get("api_key")));
      plant("API secret", String.valueOf(client.get("api_secret")));
      UUID user = UUID.randomUUID();
      store
          .users()
          .insert(
              new UserRecord(
                  user,
                  Clients.DESK,
                  PERSON,
                  "{\"name\":\"" + NAME + "\"}",
                  "{}",
                  true,
                  true,
                  null,
                  Instant.now(),
                  Instant.now()));
      store
          .pictures()
          .put(
              Clients.DESK,
              user,
              new Picture(
                  Picture.Kind.OLD_PROFILE_PHOTO, FACE, new Picture.Reference("m1", TEMPLATE)),
              Instant.now());
      settings =
          new LiveSettings(
              new SettingsFile(folder.resolve("station.properties")),
              Map.of(Setting.STORE_USER, GUARD),
              store::seal);
      settings.save(
          Map.of(
              Setting.STORE_PASSWORD, PASSWORD,
              Setting.CAMERA, "rtsp://" + GUARD + ":" + PASSWORD + "@door.example/1",
              Setting.STATION_NAME, NAME + "'s desk"));
    }
    String key = Files.readString(folder.resolve("station.key")).strip();
    plant("station key", key.substring(key.indexOf(':') + 1));
    Path logs = Files.createDirectories(folder.resolve("logs"));
    StringBuilder log = new StringBuilder("{\"message\":\"listening on http://127.0.0.1:8765\"}\n");
    // what no log line may hold, should one hold it all the same
    for (String secret : List.of("API key", "API secret", "station key")) {
      String text = new String(bytes(secret), StandardCharsets.UTF_8);
      log.append("{\"message\":\"a fault with ").append(text).append("\"}\n");
    }
    log.append(Base64.getEncoder().encodeToString(TEMPLATE)).append('\n');
    log.append(HexFormat.of().formatHex(FACE)).append('\n');
    Files.writeString(logs.resolve("station.log"), log);
    return settings;
  }

  private byte[] bytes(String what) {
    return java.util.Objects.requireNonNull(planted.get(what));
  }

  private Map<String, byte[]> bundle(LiveSettings settings) throws IOException {
    Path zip = folder.resolve("bundle.zip");
    new DiagnosticsBundle(
            folder,
            settings,
            Map.of(
                "engine", () -> "works",
                "store",
                    () -> {
                      throw new FacedeskException(ErrorCode.STORE_UNAVAILABLE, PASSWORD);
                    }),
            () -> "facedesk_sessions{state=\"active\"} 1.0\n")
        .write(zip);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      for (ZipEntry entry : opened.stream().toList()) {
        entries.put(entry.getName(), opened.getInputStream(entry).readAllBytes());
      }
    }
    entries.put("the archive itself", Files.readAllBytes(zip));
    return entries;
  }

  /** The bytes as they are, and as they would stand in a text. */
  private static List<byte[]> writings(byte[] secret) {
    List<byte[]> writings = new ArrayList<>(List.of(secret));
    HexFormat hex = HexFormat.of();
    writings.add(hex.formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    writings.add(
        hex.formatHex(secret).toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
    writings.add(HexFormat.ofDelimiter(":").formatHex(secret).getBytes(StandardCharsets.US_ASCII));
    for (int shift = 0; shift < 3; shift++) {
      // base64 of a text that holds the secret depends on where in it the secret begins
      byte[] padded = new byte[secret.length + shift];
      System.arraycopy(secret, 0, padded, shift, secret.length);
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        String text = encoder.withoutPadding().encodeToString(padded);
        int whole = (text.length() / 4 - 1) * 4;
        writings.add(text.substring(shift == 0 ? 0 : 4, whole).getBytes(StandardCharsets.US_ASCII));
      }
    }
    return writings;
  }

  private static boolean holds(byte[] hay, byte[] needle) {
    outer:
    for (int i = 0; i + needle.length <= hay.length; i++) {
      for (int j = 0; j < needle.length; j++) {
        if (hay[i + j] != needle[j]) {
          continue outer;
        }
      }
      return true;
    }
    return false;
  }

  @Test
  void holdsNoFaceNameKeyTokenPasswordOrTemplateHoweverWritten() throws IOException {
    Map<String, byte[]> entries = bundle(plantEverywhere());
    planted.forEach((what, secret) -> {
      assertThat(secret.length).isGreaterThan(9);
      for (byte[] writing : writings(secret)) {
        entries.forEach((entry, content) ->
            assertThat(holds(content, writing)).as("%s in %s", what, entry).isFalse());
      }
    });
  }

  @Test
  void theSearchForMarkersFindsThemWhereTheyAre() {
    byte[] secret = "planted-secret".getBytes(StandardCharsets.UTF_8);
    for (String before : List.of("", "a", "ab", "abc")) {
      byte[] text = (before + "planted-secret and more").getBytes(StandardCharsets.UTF_8);
      byte[] encoded = Base64.getEncoder().encode(text);
      assertThat(writings(secret)).anyMatch(writing -> holds(encoded, writing));
      assertThat(writings(secret)).anyMatch(writing -> holds(text, writing));
    }
  }

  @Test
  void saysWhatHelpsToFindAFault() throws IOException {
    Map<String, byte[]> entries = bundle(plantEverywhere());
    assertThat(entries.keySet())
        .contains(
            "versions.txt",
            "configuration.txt",
            "findings.txt",
            "station.log",
            "threads.txt",
            "counters.txt");
    assertThat(text(entries, "configuration.txt"))
        .contains("port = 8765", "camera = (set)", "store-password = (set)", "(fixed)");
    assertThat(text(entries, "findings.txt"))
        .contains("engine: works", "store: MISSING STORE_UNAVAILABLE");
    assertThat(text(entries, "station.log")).contains("listening on http://127.0.0.1:8765");
    assertThat(text(entries, "threads.txt")).contains("DiagnosticsBundle");
    assertThat(text(entries, "counters.txt")).contains("facedesk_sessions");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsTold() throws IOException {
    LiveSettings settings = plantEverywhere();
    DiagnosticsBundle bundle = new DiagnosticsBundle(folder, settings, Map.of(), () -> "");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> bundle.write(folder.resolve("missing").resolve("bundle.zip")))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNWRITABLE));
  }

  private static String text(Map<String, byte[]> entries, String name) {
    return new String(java.util.Objects.requireNonNull(entries.get(name)), StandardCharsets.UTF_8);
  }
}
