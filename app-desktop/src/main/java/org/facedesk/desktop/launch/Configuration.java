package org.facedesk.desktop.launch;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;
import org.facedesk.core.settings.LiveSettings;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.facedesk.store.seal.StationKeyFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Where a station's settings lie, and what fixes some of them. */
final class Configuration {
  static final String FILE = "station.properties";

  private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);
  private static final String NAMED = "FACEDESK_CONFIG";

  private Configuration() {}

  /** The settings file of a station with this data folder. */
  static Path path(Path folder, Map<String, String> environment) {
    String named = environment.get(NAMED);
    return named != null ? Path.of(named) : folder.resolve(FILE);
  }

  /** Whether somebody named a file, which has to be there then. */
  static boolean named(Map<String, String> environment) {
    return environment.containsKey(NAMED);
  }

  /** Reads the file, and says in the log if it was broken and the one before it is used. */
  static Map<String, String> values(SettingsFile file) {
    SettingsFile.Found found = file.read();
    if (found instanceof SettingsFile.Found.Backup backup) {
      LOG.warn(
          "{} is broken ({}); the settings before the last change are used, from {}.bak",
          file.path(),
          backup.why(),
          file.path());
    }
    return found.values();
  }

  /**
   * The settings of a station.
   *
   * @param given what the command line says; goes before the environment
   */
  static LiveSettings read(
      Path folder, Map<String, String> environment, Map<Setting, String> given) {
    SettingsFile file = new SettingsFile(path(folder, environment));
    values(file);
    Map<Setting, String> fixed = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String value = environment.get(setting.variable());
      if (value != null && !value.isBlank()) {
        fixed.put(setting, value.strip());
      }
    }
    fixed.putAll(given);
    return new LiveSettings(file, fixed, () -> seal(folder));
  }

  private static Seal seal(Path folder) {
    return new StationKeyFile(folder)
        .read()
        .orElseThrow(() ->
            new FacedeskException(
                ErrorCode.STATION_KEY_INVALID,
                "There is no station key to open the sealed settings with."));
  }

  /** What a command line says of settings, without what defaults have filled in. */
  static Map<Setting, String> given(@Nullable ParseResult parsed) {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      OptionSpec option = parsed == null ? null : parsed.matchedOption("--" + setting.key());
      if (option != null) {
        given.put(setting, text(option.getValue()));
      }
    }
    return given;
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      default -> value.toString();
    };
  }
}
