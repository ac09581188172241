package org.facedesk.core.settings;

/** A settings file that cannot be what somebody wrote. The message never quotes the file. */
final class BrokenSettings extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenSettings(String why) {
    super(why);
  }

  BrokenSettings(String why, Throwable cause) {
    super(why, cause);
  }
}
