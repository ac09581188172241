package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Saved;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsAdministrationTest {
  private static final Actor OPERATOR = Actor.operator(UUID.randomUUID(), Role.OPERATOR);
  private static final Actor ADMINISTRATOR = Actor.operator(UUID.randomUUID(), Role.ADMINISTRATOR);

  @TempDir private Path folder;

  private LiveSettings settings(Fixture fixture) {
    return new LiveSettings(
        new SettingsFile(folder.resolve("station.properties")), Map.of(), fixture.store::seal);
  }

  @Test
  void everyOperatorChoosesLanguageAndTheme() {
    try (Fixture fixture = new Fixture(folder)) {
      LiveSettings settings = settings(fixture);
      SettingsAdministration administration =
          new SettingsAdministration(settings, fixture.store.audit());
      assertThat(
              administration.save(OPERATOR, Map.of(Setting.LANGUAGE, "ar", Setting.THEME, "dark")))
          .isEqualTo(new Saved.Done(Set.of(Setting.LANGUAGE, Setting.THEME)));
      assertThat(settings.get().desk().language()).contains("ar");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "SUPERVISOR"})
  void everythingElseIsAnAdministrators(Role role) {
    try (Fixture fixture = new Fixture(folder)) {
      LiveSettings settings = settings(fixture);
      SettingsAdministration administration =
          new SettingsAdministration(settings, fixture.store.audit());
      Actor actor = Actor.operator(UUID.randomUUID(), role);
      Fixture.assertRefused(
          ErrorCode.FORBIDDEN,
          () -> administration.save(actor, Map.of(Setting.THEME, "dark", Setting.PORT, "1")));
      assertThat(settings.get().server().port()).isEqualTo(8765);
      assertThat(settings.get().desk().theme()).isEmpty();
    }
  }

  @Test
  void theTrailSaysWhichWereChangedAndNeverTheirValues() {
    try (Fixture fixture = new Fixture(folder)) {
      SettingsAdministration administration =
          new SettingsAdministration(settings(fixture), fixture.store.audit());
      administration.save(
          ADMINISTRATOR,
          Map.of(Setting.STORE_PASSWORD, "hidden", Setting.PORT, "1", Setting.HOST, "127.0.0.1"));
      assertThat(fixture.lastEvent().action()).isEqualTo("settings.changed");
      assertThat(fixture.lastEvent().actor()).isEqualTo(ADMINISTRATOR.name());
      assertThat(fixture.lastEvent().details())
          .containsOnly(Map.entry("settings", "port,store-password"));
    }
  }

  @Test
  void whatWasRefusedLeavesNoTrace() {
    try (Fixture fixture = new Fixture(folder)) {
      SettingsAdministration administration =
          new SettingsAdministration(settings(fixture), fixture.store.audit());
      long before = fixture.store.audit().page(0, 1).size();
      assertThat(administration.save(ADMINISTRATOR, Map.of(Setting.PORT, "many")))
          .isInstanceOf(Saved.Refused.class);
      assertThat(fixture.store.audit().page(0, 1)).hasSize((int) before);
    }
  }
}
