package org.facedesk.desktop.ui;

/** Ways from one screen to another. UI thread only. */
public interface Navigation {
  /**
   * Shows a place; nothing happens if it does not exist, the operator's role does not cover it, or
   * the present one is busy.
   *
   * @param key of the {@link Place}
   */
  void to(String key);

  /** Shows the enroll screen with this person filled in. */
  void enroll(String userId, String name);
}
