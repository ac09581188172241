package org.facedesk.desktop.launch;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.settings.Setting;
import org.facedesk.core.settings.SettingsFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What an option of the station is when the command line does not say: {@code FACEDESK_NAME} in the
 * environment, else {@code name} in the data folder's {@code station.properties} (or the file that
 * {@code FACEDESK_CONFIG} names), else what is built in. A name is the option's long one without
 * dashes before it.
 */
final class ConfiguredDefaults implements IDefaultValueProvider {
  private static final String PREFIX = "FACEDESK_";

  /** Where options are declared that describe a station and not one command. */
  private static final Set<Class<?>> DECLARED = Set.of(StationOptions.class, ServerOptions.class);

  private final Map<String, String> environment;
  private final Map<String, String> file;

  private ConfiguredDefaults(Map<String, String> environment, Map<String, String> file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Reads the file that belongs to this command line.
   *
   * @throws FacedeskException SETTINGS_INVALID if it cannot be read, or names what is no setting
   */
  static ConfiguredDefaults of(List<String> arguments, Map<String, String> environment) {
    Path path = Configuration.path(folder(arguments, environment), environment);
    if (Configuration.named(environment) && !Files.exists(path)) {
      throw new FacedeskException(ErrorCode.SETTINGS_INVALID, "there is no file " + path);
    }
    Map<String, String> file = Configuration.values(new SettingsFile(path));
    Set<String> unknown = new TreeSet<>(file.keySet());
    unknown.removeAll(names());
    if (!unknown.isEmpty()) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          path + ": unknown settings " + unknown + "; there are " + names());
    }
    return new ConfiguredDefaults(environment, file);
  }

  private static Path folder(List<String> arguments, Map<String, String> environment) {
    String folder = environment.get(PREFIX + "DATA");
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith("--data=")) {
        folder = argument.substring("--data=".length());
      } else if (argument.equals("--data") && i + 1 < arguments.size()) {
        folder = arguments.get(i + 1);
      }
    }
    return folder == null ? DataFolder.usual() : Path.of(folder);
  }

  /** What may stand in the file. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<?> declared : DECLARED) {
      for (Field field : declared.getDeclaredFields()) {
        picocli.CommandLine.Option option = field.getAnnotation(picocli.CommandLine.Option.class);
        if (option != null) {
          names.add(name(option.names()[0]));
        }
      }
    }
    for (Setting setting : Setting.values()) {
      names.add(setting.key());
    }
    names.add(SettingsFile.VERSION_KEY);
    names.remove("data"); // the file lies in it
    return names;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)
        || !(option.userObject() instanceof Field field)
        || !DECLARED.contains(field.getDeclaringClass())) {
      return null;
    }
    String name = name(option.longestName());
    String set = environment.get(PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_'));
    return set != null && !set.isBlank() ? set : file.get(name);
  }

  private static String name(String option) {
    return option.replaceFirst("^-+", "");
  }
}
