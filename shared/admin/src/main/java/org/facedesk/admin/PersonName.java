package org.facedesk.admin;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.facedesk.store.UserRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What operators call a person: {@code name} in the profile, where there is one. */
public final class PersonName {
  static final String KEY = "name";
  private static final int LONGEST = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private PersonName() {}

  /** Empty if there is none. */
  public static String of(UserRecord user) {
    return profile(user.profile()).get(KEY) instanceof String name ? name : "";
  }

  /** Whether somebody may be called so: 200 characters, none of them control; blank for none. */
  public static boolean permits(String name) {
    String stripped = name.strip();
    return stripped.isEmpty() || Checks.printable(stripped, LONGEST);
  }

  /** The profile with this name in it, and everything else as it was. */
  static String in(String profile, String name) {
    Map<String, Object> changed = new LinkedHashMap<>(profile(profile));
    String stripped = name.strip();
    if (stripped.isEmpty()) {
      changed.remove(KEY);
    } else {
      changed.put(KEY, Checks.text("The name", stripped, LONGEST));
    }
    return JSON.writeValueAsString(changed);
  }

  static Map<String, Object> profile(String text) {
    try {
      return JSON.readValue(text, OBJECT);
    } catch (JacksonException e) {
      return Map.of(); // checked when it was stored; nothing to search in, then
    }
  }

  /** The text as it is compared: without accents, in small letters. */
  static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
