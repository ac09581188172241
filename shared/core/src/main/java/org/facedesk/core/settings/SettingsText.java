package org.facedesk.core.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The text of a settings file: {@code name = value} by line, as {@link Properties} reads it. A
 * change replaces the lines it is about and leaves all others, comments too, as somebody wrote
 * them. What was written by a station names its version in the first line and ends with a mark, so
 * that a file cut short is seen to be one.
 */
final class SettingsText {
  static final String VERSION_KEY = "settings-version";
  static final int VERSION = 1;
  static final String END = "# end of settings";
  private static final String FIRST = VERSION_KEY + " = " + VERSION;

  private final String text;

  SettingsText(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /**
   * @throws BrokenSettings if it cannot be what somebody wrote
   */
  Map<String, String> values() throws BrokenSettings {
    if (text.indexOf('\0') >= 0) {
      throw new BrokenSettings("it holds zero bytes");
    }
    if (FIRST.startsWith(text) && !text.isEmpty()) {
      throw new BrokenSettings("it ends in its first line");
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new BrokenSettings("it cannot be read as settings", e);
    }
    Map<String, String> values = new LinkedHashMap<>();
    properties.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> values.put(key, properties.getProperty(key)));
    if (values.containsKey(VERSION_KEY) && text.lines().noneMatch(END::equals)) {
      throw new BrokenSettings("it ends too early");
    }
    return values;
  }

  /** The same with these values; one without a value is taken out. */
  SettingsText with(Map<String, Optional<String>> changes) {
    Map<String, Optional<String>> left = new LinkedHashMap<>(changes);
    List<String> lines = new ArrayList<>(List.of(FIRST));
    for (String line : logicalLines()) {
      String key = key(line);
      if (line.strip().equals(END) || VERSION_KEY.equals(key)) {
        continue;
      }
      if (key == null || !changes.containsKey(key)) {
        lines.add(line);
        continue;
      }
      Optional<String> value = left.remove(key);
      if (value != null) {
        value.ifPresent(there -> lines.add(line(key, there)));
      }
    }
    left.forEach((key, value) -> value.ifPresent(there -> lines.add(line(key, there))));
    lines.add(END);
    return new SettingsText(String.join("\n", lines) + "\n");
  }

  /** Lines as they are meant: one that ends with a backslash goes on in the next. */
  private List<String> logicalLines() {
    List<String> logical = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      open.append(open.isEmpty() ? "" : "\n").append(line);
      boolean comment =
          open.toString().strip().startsWith("#") || open.toString().strip().startsWith("!");
      if (comment || !goesOn(line)) {
        logical.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      logical.add(open.toString());
    }
    return logical;
  }

  private static boolean goesOn(String line) {
    int backslashes = 0;
    for (int i = line.length() - 1; i >= 0 && line.charAt(i) == '\\'; i--) {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** The name a line sets; null for a comment or an empty one. */
  private static @org.jspecify.annotations.Nullable String key(String line) {
    Properties one = new Properties();
    try {
      one.load(new StringReader(line));
    } catch (IOException | IllegalArgumentException e) {
      return null; // not a line this writes; it is kept
    }
    return one.stringPropertyNames().stream().findFirst().orElse(null);
  }

  private static String line(String key, String value) {
    StringBuilder line = new StringBuilder(key).append(" = ");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' || (c == ' ' && i == 0)) {
        line.append('\\').append(c);
      } else if (Character.isISOControl(c)) {
        line.append("\\u%04x".formatted((int) c));
      } else {
        line.append(c);
      }
    }
    return line.toString();
  }
}
