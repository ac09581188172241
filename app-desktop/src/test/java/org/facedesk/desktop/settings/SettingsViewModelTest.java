package org.facedesk.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.facedesk.admin.Operator;
import org.facedesk.admin.Role;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.Frame;
import org.facedesk.core.settings.Problem;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.settings.SettingsScreen.Notice;
import org.facedesk.desktop.ui.Background;
import org.facedesk.desktop.ui.SignedIn;
import org.facedesk.desktop.ui.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings screen without a toolkit; background work is done on the spot. */
class SettingsViewModelTest {
  private static final Background ON_THE_SPOT = new Background(Runnable::run, Runnable::run);

  @TempDir private Path folder;

  private FakeSettings fake() {
    return new FakeSettings(folder, Map.of());
  }

  private static SettingsViewModel model(FakeSettings fake, Role role) {
    SettingsViewModel model =
        new SettingsViewModel(
            fake.services(),
            new SignedIn(new Operator(UUID.randomUUID(), "ada", role)),
            ON_THE_SPOT,
            fake.look);
    model.refresh();
    return model;
  }

  private static Field field(SettingsViewModel model, Setting setting) {
    return model.screen().fields().stream()
        .filter(field -> field.setting() == setting)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anOperatorSeesLanguageThemeAndAboutOnly() {
    assertThat(model(fake(), Role.OPERATOR).screen().sections())
        .containsExactly(Section.APPEARANCE, Section.ABOUT);
    assertThat(model(fake(), Role.SUPERVISOR).screen().section()).isEqualTo(Section.APPEARANCE);
    assertThat(model(fake(), Role.ADMINISTRATOR).screen().sections())
        .containsExactly(Section.values());
  }

  @Test
  void everySettingHasASection() {
    for (Setting setting : Setting.values()) {
      assertThat(Section.of(setting).settings()).contains(setting);
    }
  }

  @Test
  void anOperatorWhoTriesMoreIsRefusedByTheUseCase() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.OPERATOR);
    model.edit(Setting.PORT, "1");
    model.save();
    assertThat(Objects.requireNonNull(model.screen().fault()).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(fake.live.get().server().port()).isEqualTo(8765);
  }

  @Test
  void anEditIsCheckedAsItIsMadeAndSavedTogetherWithOthers() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    model.choose(Section.SERVER);

    model.edit(Setting.PORT, "99999");
    assertThat(Objects.requireNonNull(field(model, Setting.PORT).problem()).kind())
        .isEqualTo(Problem.Kind.NOT_BETWEEN);
    assertThat(model.screen().saveable()).isFalse();
    model.save();
    assertThat(fake.live.get().server().port()).isEqualTo(8765);

    model.edit(Setting.PORT, "8443");
    model.edit(Setting.HOST, "0.0.0.0");
    assertThat(model.screen().saveable()).isTrue();
    model.save();

    assertThat(fake.live.get().server())
        .extracting("port", "host")
        .containsExactly(8443, "0.0.0.0");
    assertThat(model.screen().notice()).isEqualTo(Notice.SAVED);
    assertThat(model.screen().unsaved()).isFalse();
    assertThat(fake.audited).hasSize(1);
  }

  @Test
  void whatComesBackToWhatItWasIsNoChange() {
    SettingsViewModel model = model(fake(), Role.ADMINISTRATOR);
    model.edit(Setting.PORT, "1");
    model.edit(Setting.PORT, "8765");
    assertThat(model.screen().unsaved()).isFalse();
  }

  @Test
  void changesCanBeDiscarded() {
    SettingsViewModel model = model(fake(), Role.ADMINISTRATOR);
    model.choose(Section.SERVER);
    model.edit(Setting.PORT, "1");
    model.discard();
    assertThat(field(model, Setting.PORT).value()).isEqualTo("8765");
    assertThat(model.screen().unsaved()).isFalse();
  }

  @Test
  void aRefusalShowsTheSectionItIsIn() {
    SettingsViewModel model = model(fake(), Role.ADMINISTRATOR);
    model.edit(Setting.BLINKS, "0");
    model.edit(Setting.MOTION_EVENTS, "0");
    model.choose(Section.ABOUT);
    model.save();
    assertThat(model.screen().notice()).isEqualTo(Notice.REFUSED);
    assertThat(model.screen().section()).isEqualTo(Section.CAPTURE);
  }

  @Test
  void anotherDatabaseCountsAtTheNextStartAndSaysSo() {
    SettingsViewModel model = model(fake(), Role.ADMINISTRATOR);
    model.edit(Setting.STORE, "jdbc:postgresql://db.example/faces");
    model.save();
    assertThat(model.screen().notice()).isEqualTo(Notice.SAVED_FOR_NEXT_START);
  }

  @Test
  void whatTheCommandLineFixesIsShownAsFixed() {
    SettingsViewModel model =
        model(new FakeSettings(folder, Map.of(Setting.PORT, "1")), Role.ADMINISTRATOR);
    model.choose(Section.SERVER);
    assertThat(field(model, Setting.PORT).fixed()).isTrue();
    assertThat(field(model, Setting.HOST).fixed()).isFalse();
  }

  @Test
  void secretsAreNeverShownAndStayUnlessOthersAreEntered() {
    FakeSettings fake = fake();
    fake.live.save(
        Map.of(
            Setting.STORE_PASSWORD, "hidden",
            Setting.CAMERA, "rtsp://guard:hidden@door/1?key=hidden"));
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    assertThat(field(model, Setting.CAMERA).value()).isEqualTo("rtsp://door/1");
    assertThat(field(model, Setting.CAMERA).kept()).isTrue();
    model.choose(Section.STORE);
    assertThat(field(model, Setting.STORE_PASSWORD).value()).isEmpty();
    assertThat(field(model, Setting.STORE_PASSWORD).kept()).isTrue();

    model.edit(Setting.STORE_PASSWORD, "");
    model.edit(Setting.STORE_USER, "station");
    model.save();
    assertThat(fake.live.get().store().password()).isEqualTo("hidden");
    assertThat(model.screen().toString()).doesNotContain("hidden");
  }

  @Test
  void languageAndThemeTakeEffectAsSoonAsTheyAreChosen() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.OPERATOR);
    model.edit(Setting.LANGUAGE, "ar");
    model.edit(Setting.THEME, "dark");
    assertThat(fake.look.language()).isEqualTo(Locale.of("ar"));
    assertThat(fake.look.theme()).isEqualTo(Theme.DARK);
    assertThat(fake.live.get().desk().language()).contains("ar");
    assertThat(model.screen().unsaved()).isFalse();
  }

  @Test
  void theDesktopsThemeIsTakenAsSoonAsItIsChosenAgain() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.OPERATOR);
    model.edit(Setting.THEME, "dark");
    model.edit(Setting.THEME, "");
    assertThat(fake.look.theme()).isEqualTo(FakeSettings.Look.DESKTOPS);
  }

  @Test
  void whatAnAdministratorTypedGoesWithThem() {
    FakeSettings fake = fake();
    SignedIn signedIn = new SignedIn(new Operator(UUID.randomUUID(), "ada", Role.ADMINISTRATOR));
    SettingsViewModel model =
        new SettingsViewModel(fake.services(), signedIn, ON_THE_SPOT, fake.look);
    model.edit(Setting.STORE, "jdbc:postgresql://db.example/faces");
    model.edit(Setting.STORE_PASSWORD, "hidden");
    model.testStore();
    model.testCamera();
    signedIn.out();
    assertThat(fake.cameras.ended).hasSize(1);
    signedIn.in(new Operator(UUID.randomUUID(), "grace", Role.ADMINISTRATOR));
    assertThat(model.screen().unsaved()).isFalse();
    assertThat(model.screen().storeTrial()).isEqualTo(new Trial.Idle());
    model.testStore();
    assertThat(fake.tried.getLast()).doesNotContain("hidden", "db.example");
  }

  @Test
  void whatWasTypedStaysForTheOneWhoUnlocksTheWindowAgain() {
    FakeSettings fake = fake();
    Operator ada = new Operator(UUID.randomUUID(), "ada", Role.ADMINISTRATOR);
    SignedIn signedIn = new SignedIn(ada);
    SettingsViewModel model =
        new SettingsViewModel(fake.services(), signedIn, ON_THE_SPOT, fake.look);
    model.edit(Setting.STORE_PASSWORD, "hidden");
    signedIn.in(ada);
    assertThat(model.screen().unsaved()).isTrue();
  }

  @Test
  void camerasThatComeAndGoAreShown() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    assertThat(field(model, Setting.CAMERA).choices()).isEqualTo(FakeSettings.CAMERAS);
    fake.cameras.plug(List.of());
    assertThat(model.screen().cameras()).isEmpty();
    model.close();
    assertThat(fake.cameras.watched()).isZero();
  }

  @Test
  void aTestShowsWhatTheCameraSeesUntilTheScreenIsLeft() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    List<Frame> drawn = new ArrayList<>();
    model.previewTo(drawn::add);
    model.edit(Setting.CAMERA, FakeSettings.CAMERAS.getFirst());
    model.testCamera();
    assertThat(model.screen().cameraTrial()).isEqualTo(new Trial.Running());
    assertThat(fake.cameras.tested).containsExactly(FakeSettings.CAMERAS.getFirst());

    fake.cameras.sink().frame(new Frame(4, 2, new byte[24], 0));
    assertThat(model.screen().cameraTrial()).isEqualTo(new Trial.Good("4 × 2"));
    assertThat(drawn).hasSize(1);

    fake.cameras.sink().lost(FakeSettings.fault(ErrorCode.CAMERA_UNAVAILABLE));
    assertThat(model.screen().cameraTrial()).isInstanceOf(Trial.Bad.class);

    DeskCameras.TestSink old = fake.cameras.sink();
    model.left();
    assertThat(fake.cameras.ended).containsExactly(FakeSettings.CAMERAS.getFirst());
    old.frame(new Frame(4, 2, new byte[24], 0));
    assertThat(drawn).hasSize(1);
    assertThat(model.screen().cameraTrial()).isEqualTo(new Trial.Idle());
  }

  @Test
  void aCameraThatIsSavedIsLetGoByItsTest() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    model.edit(Setting.CAMERA, FakeSettings.CAMERAS.getLast());
    model.testCamera();
    model.save();
    assertThat(fake.cameras.ended).containsExactly(FakeSettings.CAMERAS.getLast());
  }

  @Test
  void aDatabaseIsTriedWithWhatIsEntered() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.ADMINISTRATOR);
    model.edit(Setting.STORE, "jdbc:postgresql://db.example/faces");
    model.edit(Setting.STORE_USER, "station");
    model.edit(Setting.STORE_PASSWORD, "hidden");
    model.testStore();
    assertThat(fake.tried).containsExactly("jdbc:postgresql://db.example/faces|station|hidden");
    assertThat(model.screen().storeTrial()).isInstanceOf(Trial.Good.class);

    fake.storeFault = FakeSettings.fault(ErrorCode.STORE_UNAVAILABLE);
    model.testStore();
    assertThat(model.screen().storeTrial())
        .isInstanceOfSatisfying(
            Trial.Bad.class,
            bad -> assertThat(bad.why().code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    model.edit(Setting.STORE_USER, "other");
    assertThat(model.screen().storeTrial()).isEqualTo(new Trial.Idle());
  }

  @Test
  void theDiagnosticsBundleIsWrittenOrSaysWhyNot() {
    FakeSettings fake = fake();
    SettingsViewModel model = model(fake, Role.OPERATOR);
    Path target = folder.resolve("bundle.zip");
    model.writeDiagnostics(target);
    assertThat(fake.written).containsExactly(target);
    assertThat(model.screen().notice()).isEqualTo(Notice.DIAGNOSTICS_WRITTEN);

    fake.diagnosticsFault = FakeSettings.fault(ErrorCode.INVALID_REQUEST);
    model.writeDiagnostics(target);
    assertThat(model.screen().fault()).isNotNull();
    model.dismissFault();
    assertThat(model.screen().fault()).isNull();
  }
}
