package org.facedesk.desktop.settings;

import java.util.List;
import org.facedesk.core.settings.Problem;
import org.facedesk.core.settings.Setting;
import org.jspecify.annotations.Nullable;

/**
 * One setting as it is drawn.
 *
 * @param value what is entered, or in force; a secret is never in it
 * @param kept whether there is a secret that is not shown
 * @param choices empty if it is entered
 * @param changed whether it is other than what is in force
 * @param fixed by the command line or the environment
 * @param problem why it cannot be saved
 */
public record Field(
    Setting setting,
    String value,
    boolean kept,
    List<String> choices,
    boolean changed,
    boolean fixed,
    @Nullable Problem problem) {

  /** Whether it is on or off. */
  public boolean isSwitch() {
    return setting.choices().equals(List.of("true", "false"));
  }
}
