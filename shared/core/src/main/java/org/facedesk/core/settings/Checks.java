package org.facedesk.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether values can be taken, each for itself and all together. */
final class Checks {
  private Checks() {}

  /** What is wrong with these values; what is missing is built in. */
  static List<Problem> of(Map<Setting, String> texts) {
    List<Problem> problems = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      setting.check(texts.getOrDefault(setting, setting.fallback())).ifPresent(problems::add);
    }
    if (zero(texts, Setting.BLINKS) && zero(texts, Setting.MOTION_EVENTS)) {
      problems.add(Problem.of(Setting.MOTION_EVENTS, Problem.Kind.NOTHING_PROVES_LIFE));
    }
    return problems;
  }

  /** What must not be saved, though a file that somebody wrote may have it. */
  static List<Problem> ofChange(Map<Setting, String> changes) {
    String store = changes.getOrDefault(Setting.STORE, "").toLowerCase(Locale.ROOT);
    return store.matches(".*[?&](ssl)?password=.*")
        ? List.of(Problem.of(Setting.STORE, Problem.Kind.PASSWORD_IN_ADDRESS))
        : List.of();
  }

  private static boolean zero(Map<Setting, String> texts, Setting setting) {
    return texts.getOrDefault(setting, setting.fallback()).equals("0");
  }
}
