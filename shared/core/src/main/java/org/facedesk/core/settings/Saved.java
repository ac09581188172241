package org.facedesk.core.settings;

import java.util.List;
import java.util.Set;

/** What came of saving settings. */
public sealed interface Saved {
  /**
   * They are on disk and in force, as far as {@link Setting#effect} says.
   *
   * @param changed what is other than before; may be empty
   */
  record Done(Set<Setting> changed) implements Saved {
    /** Whether the program has to be started again for all of it to count. */
    public boolean needsRestart() {
      return changed.stream().anyMatch(each -> each.effect() == Effect.NEXT_START);
    }
  }

  /** Nothing was changed. */
  record Refused(List<Problem> problems) implements Saved {}
}
