package org.facedesk.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveSettingsTest {
  @TempDir private Path folder;

  /**
   * Turns bytes around and marks them with their context: no secret can be read, all can be opened.
   */
  private static final class TurnedAround implements Seal {
    @Override
    public byte[] seal(String context, byte[] plain) {
      byte[] sealed = new byte[plain.length + 1];
      for (int i = 0; i < plain.length; i++) {
        sealed[i] = (byte) ~plain[i];
      }
      sealed[plain.length] = (byte) context.hashCode();
      return sealed;
    }

    @Override
    public byte[] open(String context, byte[] sealed) {
      if (sealed[sealed.length - 1] != (byte) context.hashCode()) {
        throw new FacedeskException(ErrorCode.STATION_KEY_INVALID, "another context");
      }
      byte[] plain = new byte[sealed.length - 1];
      for (int i = 0; i < plain.length; i++) {
        plain[i] = (byte) ~sealed[i];
      }
      return plain;
    }

    @Override
    public byte[] lookup(String purpose, String value) {
      throw new UnsupportedOperationException();
    }
  }

  private Path path() {
    return folder.resolve("station.properties");
  }

  private LiveSettings open(Map<Setting, String> fixed) {
    return new LiveSettings(new SettingsFile(path()), fixed, TurnedAround::new);
  }

  @Test
  void whatNobodySetsIsBuiltIn() {
    StationSettings settings = open(Map.of()).get();
    assertThat(settings).isEqualTo(StationSettings.BUILT_IN);
    assertThat(settings.camera()).isEqualTo(new StationSettings.Camera("", 1280, 720, true));
    assertThat(settings.server())
        .isEqualTo(new StationSettings.Server(true, "127.0.0.1", 8765, Optional.empty()));
    assertThat(settings.capture().quality().threshold()).isEqualTo(0.5);
    assertThat(settings.retention().sessions()).isEqualTo(Duration.ofDays(30));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsBuiltInKeepsItsOwnRule(Setting setting) {
    assertThat(setting.check(setting.fallback())).isEmpty();
    assertThat(Setting.byKey(setting.key())).contains(setting);
  }

  @Test
  void aChangeIsInForceOnDiskAndTold() {
    LiveSettings live = open(Map.of());
    List<Integer> told = new ArrayList<>();
    live.listen(
        (before, after) -> told.addAll(List.of(before.server().port(), after.server().port())));

    Saved saved = live.save(Map.of(Setting.PORT, " 8443 ", Setting.HOST, "127.0.0.1"));

    assertThat(saved).isEqualTo(new Saved.Done(Set.of(Setting.PORT)));
    assertThat(live.get().server().port()).isEqualTo(8443);
    assertThat(told).containsExactly(8765, 8443);
    assertThat(open(Map.of()).get().server().port()).isEqualTo(8443);
  }

  private static FacedeskException taken() {
    return new FacedeskException(ErrorCode.PORT_IN_USE, "taken");
  }

  @Test
  void whatCannotBeFollowedIsPutBackAlsoInTheFileAndTheRestStands() {
    LiveSettings live = open(Map.of());
    live.save(Map.of(Setting.PORT, "9000"));
    live.follow(
        Effect.SERVER_REOPENS,
        (before, after) -> {
          if (after.server().port() == 8443) {
            throw taken();
          }
        });
    List<StationSettings> told = new ArrayList<>();
    live.listen((before, after) -> told.add(after));

    Map<Setting, String> edits = Map.of(Setting.PORT, "8443", Setting.STATION_NAME, "North");
    assertThatThrownBy(() -> live.save(edits))
        .isInstanceOfSatisfying(
            FacedeskException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PORT_IN_USE));

    assertThat(live.get().server().port()).isEqualTo(9000);
    assertThat(live.get().desk().stationName()).isEqualTo("North");
    assertThat(told).containsExactly(live.get());
    assertThat(open(Map.of()).get()).isEqualTo(live.get());
    // and the same edit is tried again
    assertThatThrownBy(() -> live.save(edits)).isInstanceOf(FacedeskException.class);
  }

  @Test
  void aFollowerIsLeftAloneByChangesOfOtherSettings() {
    LiveSettings live = open(Map.of());
    live.follow(
        Effect.SERVER_REOPENS,
        (before, after) -> {
          throw taken();
        });
    assertThat(live.save(Map.of(Setting.MIRROR, "false"))).isInstanceOf(Saved.Done.class);
  }

  @Test
  void allAreToldAlthoughTheFirstThrows() {
    LiveSettings live = open(Map.of());
    live.listen((before, after) -> {
      throw taken();
    });
    List<Integer> told = new ArrayList<>();
    live.listen((before, after) -> told.add(after.server().port()));
    assertThatThrownBy(() -> live.save(Map.of(Setting.PORT, "8443")))
        .isInstanceOf(FacedeskException.class);
    assertThat(told).containsExactly(8443);
    assertThat(live.get().server().port()).isEqualTo(8443);
  }

  @Test
  void theCommandLineGoesBeforeTheFileAndCannotBeChanged() throws IOException {
    Files.writeString(path(), "port=1\nhost=h\n");
    LiveSettings live = open(Map.of(Setting.PORT, "2"));

    assertThat(live.get().server()).extracting("port", "host").containsExactly(2, "h");
    assertThat(live.fixed()).containsExactly(Setting.PORT);
    assertThat(live.save(Map.of(Setting.PORT, "3")))
        .isEqualTo(new Saved.Refused(List.of(Problem.of(Setting.PORT, Problem.Kind.FIXED))));
    assertThat(live.save(Map.of(Setting.PORT, "2", Setting.HOST, "g")))
        .isEqualTo(new Saved.Done(Set.of(Setting.HOST)));
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 65536, NOT_BETWEEN",
    "PORT, abc, NOT_BETWEEN",
    "CAMERA_SIZE, 5x5, NOT_ONE_OF",
    "HOST, '', NOT_A_HOST",
    "HOST, 'a b', NOT_A_HOST",
    "HOST, 'http://x', NOT_A_HOST",
    "STORE, jdbc:h2:mem, NOT_A_STORE",
    "STORE, 'jdbc:postgresql://h/d?user=u&password=p', PASSWORD_IN_ADDRESS",
    "RETENTION_DAYS, 0, NOT_BETWEEN",
    "LANGUAGE, tlh, NOT_ONE_OF",
    "TLS, maybe, NOT_ONE_OF"
  })
  void whatCannotBeTakenIsRefusedWithItsReasonAndChangesNothing(
      Setting setting, String value, Problem.Kind kind) {
    LiveSettings live = open(Map.of());
    assertThat(live.save(Map.of(setting, value, Setting.STATION_NAME, "North")))
        .isInstanceOfSatisfying(
            Saved.Refused.class,
            refused -> {
              assertThat(refused.problems()).extracting(Problem::setting).containsExactly(setting);
              assertThat(refused.problems()).extracting(Problem::kind).containsExactly(kind);
            });
    assertThat(live.get()).isEqualTo(StationSettings.BUILT_IN);
    assertThat(path()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"localhost", "0.0.0.0", "::1", "[::1]", "station-3.example.org"})
  void namesAndAddressesAreHosts(String host) {
    assertThat(open(Map.of()).check(Map.of(Setting.HOST, host))).isEmpty();
  }

  @Test
  void somethingMustProveLife() {
    LiveSettings live = open(Map.of());
    assertThat(live.check(Map.of(Setting.BLINKS, "0"))).isEmpty();
    assertThat(live.check(Map.of(Setting.BLINKS, "0", Setting.MOTION_EVENTS, "0")))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.NOTHING_PROVES_LIFE);
  }

  @Test
  void passwordsLieSealedInTheFile() throws IOException {
    open(Map.of())
        .save(
            Map.of(
                Setting.STORE_PASSWORD, " p4ssw0rd ",
                Setting.CAMERA, "rtsp://guard:hidden@door/1",
                Setting.STATION_NAME, "Door"));

    assertThat(Files.readString(path()))
        .contains("sealed:", "Door")
        .doesNotContain("p4ssw0rd", "hidden", "guard");
    StationSettings again = open(Map.of()).get();
    assertThat(again.store().password()).isEqualTo(" p4ssw0rd ");
    assertThat(again.camera().source()).isEqualTo("rtsp://guard:hidden@door/1");
  }

  @Test
  void aFileThatSomebodyWroteWronglyIsRefusedByName() throws IOException {
    Files.writeString(path(), "port=many\n");
    assertThatThrownBy(() -> open(Map.of()))
        .isInstanceOfSatisfying(
            FacedeskException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.SETTINGS_INVALID))
        .hasMessageContaining("port");
  }

  @Test
  void whatIsBuiltInIsNotWritten() throws IOException {
    LiveSettings live = open(Map.of());
    live.save(Map.of(Setting.PORT, "1"));
    live.save(Map.of(Setting.PORT, "8765"));
    assertThat(Files.readString(path())).doesNotContain("8765").doesNotContain("port");
    assertThat(live.get()).isEqualTo(StationSettings.BUILT_IN);
  }

  @Test
  void theProgramSaysWhatNeedsARestart() {
    assertThat(new Saved.Done(Set.of(Setting.STORE)).needsRestart()).isTrue();
    assertThat(new Saved.Done(Set.of(Setting.PORT, Setting.THEME)).needsRestart()).isFalse();
  }
}
