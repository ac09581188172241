package org.facedesk.desktop.launch;

import java.util.Locale;
import org.facedesk.core.settings.Setting;
import org.facedesk.desktop.ui.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every setting is an option of the commands that run a station, under its key, described in the
 * words of the settings screen. Not passwords: other users of a computer can read command lines.
 */
final class SettingOptions {
  private SettingOptions() {}

  static void addTo(CommandSpec command) {
    Texts words = Texts.of(Locale.ENGLISH);
    for (Setting setting : Setting.values()) {
      String name = "--" + setting.key();
      if (setting != Setting.STORE_PASSWORD && command.findOption(name) == null) {
        command.addOption(
            OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(
                    setting.choices().isEmpty() ? "VALUE" : String.join("|", setting.choices()))
                .description(words.of("settings.effect", setting).replace("%", "%%"))
                .build());
      }
    }
  }
}
