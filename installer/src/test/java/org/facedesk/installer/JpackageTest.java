package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What jpackage is told on platforms that this test need not run on. */
class JpackageTest {
  private static final Path DIST = Path.of("dist");
  private static final Path IMAGE = Path.of("image");
  private static final Path LICENCE = Path.of("LICENSE");
  private static final Path TO = Path.of("to");

  @ParameterizedTest
  @CsvSource({
    "LINUX_X64,facedesk,0.1.0,dist/linux,facedesk.png",
    "MAC_ARM64,Facedesk,1.1.0,dist/mac,facedesk.icns",
    "WINDOWS_X64,Facedesk,0.1.0,dist/win,facedesk.ico",
  })
  void theProgramsFolderHasNameVersionIconAndTheFilesOfItsPlatform(
      Platform platform, String name, String version, String resources, String icon) {
    List<String> words = image(platform, null);

    assertThat(after(words, "--type")).isEqualTo("app-image");
    assertThat(after(words, "--name")).isEqualTo(name);
    assertThat(after(words, "--app-version")).isEqualTo(version);
    assertThat(after(words, "--vendor")).isEqualTo("Facedesk");
    assertThat(after(words, "--resource-dir")).isEqualTo(Path.of(resources).toString());
    assertThat(after(words, "--icon")).isEqualTo(Path.of("icons", icon).toString());
    assertThat(after(words, "--arguments")).isEqualTo("run");
    assertThat(words).containsAll(Launchers.stationOptions()).doesNotContain("--win-console");
  }

  @Test
  void windowsInstallsForTheWholeMachineWithMenuShortcutLicenceAndOneUpgradeCode() {
    List<String> words = installer(Platform.WINDOWS_X64, "msi");

    assertThat(words)
        .contains("--win-menu", "--win-shortcut", "--win-shortcut-prompt", "--win-dir-chooser")
        .as("the data folder is where a per-user installation would go")
        .doesNotContain("--win-per-user-install");
    assertThat(after(words, "--win-menu-group")).isEqualTo("Facedesk");
    assertThat(after(words, "--license-file")).isEqualTo("LICENSE");
    assertThat(after(words, "--description")).isNotBlank();
    assertThat(after(words, "--win-upgrade-uuid"))
        .as("another one would install beside older versions")
        .isEqualTo(UUID.fromString("5ab26de7-3a4d-4a0c-9e6e-0b7e8f6b9a41").toString());
  }

  @Test
  void aMacProgramIsSignedWhenACertificateIsNamed() {
    assertThat(image(Platform.MAC_ARM64, null)).doesNotContain("--mac-sign");

    List<String> words = image(Platform.MAC_ARM64, "Example Ltd (AB12CD34EF)");
    assertThat(words).contains("--mac-sign");
    assertThat(after(words, "--mac-signing-key-user-name")).isEqualTo("Example Ltd (AB12CD34EF)");
    assertThat(after(words, "--mac-package-identifier")).isEqualTo("org.facedesk");
  }

  @Test
  void linuxInstallsWhereTheServiceAndTheMenuEntryLookForIt() {
    List<String> words = installer(Platform.LINUX_X64, "deb");

    assertThat(after(words, "--install-dir") + "/" + after(words, "--linux-package-name"))
        .isEqualTo(SystemFiles.HOME);
  }

  @ParameterizedTest
  @EnumSource(Platform.class)
  void noPlatformIsToldOfAnothersOptions(Platform platform) {
    List<String> words = image(platform, "Example");
    words.addAll(installer(platform, platform.installer()));
    List<String> others = List.of("--linux-", "--mac-", "--win-");

    assertThat(words)
        .filteredOn(word -> others.stream().anyMatch(word::startsWith))
        .allSatisfy(word -> assertThat(word).startsWith("--" + platform.dist() + "-"));
  }

  private static List<String> image(Platform platform, @Nullable String signer) {
    return new Jpackage(platform, "0.1.0", DIST, signer)
        .imageOptions(
            Path.of("jars"), "main.jar", Path.of("runtime"), Path.of("icons"), Path.of("to"));
  }

  private static List<String> installer(Platform platform, String type) {
    return new Jpackage(platform, "0.1.0", DIST, null).installerOptions(type, IMAGE, LICENCE, TO);
  }

  private static String after(List<String> words, String option) {
    assertThat(words).containsOnlyOnce(option);
    return words.get(words.indexOf(option) + 1);
  }
}
