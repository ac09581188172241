package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxFilesTest {
  private static final Path LINUX = Shipped.dist().resolve("linux");
  private static final Path SYSTEM = LINUX.resolve("system/usr");

  @Test
  void theServiceIsTheConsoleLauncherAsItsOwnUser() throws IOException {
    Map<String, String> unit = keys(SYSTEM.resolve("lib/systemd/system/facedesk.service"));

    assertThat(unit.get("ExecStart"))
        .startsWith(SystemFiles.HOME + "/bin/" + Launchers.CONSOLE + " serve ");
    assertThat(unit)
        .containsEntry("User", "facedesk")
        .containsEntry("StateDirectory", "facedesk")
        .containsEntry("StateDirectoryMode", "0700")
        .containsEntry("NoNewPrivileges", "yes")
        .containsEntry("ProtectSystem", "strict")
        .containsEntry("ProtectHome", "yes")
        .containsEntry("CapabilityBoundingSet", "")
        .containsEntry("LimitCORE", "0")
        .containsEntry("UMask", "0077");
    assertThat(Files.readString(SYSTEM.resolve("lib/sysusers.d/facedesk.conf")))
        .startsWith("u facedesk - ")
        .contains(" /var/lib/facedesk ");
  }

  @Test
  void theMenuEntryOpensTheWindowWithTheIconThatIsInstalled() throws IOException {
    Map<String, String> entry = keys(SYSTEM.resolve("share/applications/facedesk.desktop"));

    assertThat(entry)
        .containsEntry("Type", "Application")
        .containsEntry("Exec", SystemFiles.HOME + "/bin/facedesk")
        .containsEntry("Icon", "facedesk")
        .containsEntry("Terminal", "false")
        .containsKeys(
            "Name", "Comment", "Comment[ar]", "Comment[es]", "Comment[fr]", "Comment[id]");
    assertThat(entry.get("Categories")).endsWith(";");
  }

  @Test
  void whatThePackageDependsOnIsSaidByHand() throws IOException {
    String control = Files.readString(LINUX.resolve("control"));
    String depends = keys(LINUX.resolve("control"), ": ").getOrDefault("Depends", "");

    assertThat(control).doesNotContain("PACKAGE_DEFAULT_DEPENDENCIES");
    assertThat(List.of(depends.split(", ")))
        .contains("libc6 (>= 2.34)", "libgtk-3-0 | libgtk-3-0t64", "libgl1", "fontconfig", "zlib1g")
        .doesNotHaveDuplicates();
    assertThat(DebPackage.withSize("a\nInstalled-Size: APPLICATION_INSTALLED_SIZE\n", 12))
        .isEqualTo("a\nInstalled-Size: 12\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"preinst", "postinst", "prerm", "postrm"})
  void noScriptOfThePackageTouchesData(String name) throws IOException {
    String script = Files.readString(LINUX.resolve(name));

    assertThat(script)
        .startsWith("#!/bin/sh\nset -e\n")
        .doesNotContain("rm -")
        .doesNotContain("/home");
  }

  private static Map<String, String> keys(Path file) throws IOException {
    return keys(file, "=");
  }

  private static Map<String, String> keys(Path file, String separator) throws IOException {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int at = line.indexOf(separator);
      if (at > 0 && !line.startsWith("#")) {
        keys.put(line.substring(0, at), line.substring(at + separator.length()));
      }
    }
    return keys;
  }
}
