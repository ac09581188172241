package org.facedesk.admin;

import java.nio.CharBuffer;
import java.util.Locale;
import java.util.Optional;

/**
 * What a password has to be like: long rather than odd (NIST SP 800-63B), and nothing anyone would
 * try first. The constants are the reasons against one.
 */
public enum PasswordRule {
  TOO_SHORT,
  TOO_LONG,
  TOO_FEW_DIFFERENT,
  HOLDS_NAME;

  public static final int MIN_LENGTH = 10;
  public static final int MAX_LENGTH = 200;
  private static final int MIN_DIFFERENT = 5;

  /** Names shorter than this may be part of a password by accident. */
  private static final int NAME_COUNTS_FROM = 3;

  /** The first reason against this password for someone of this name; empty if it is fine. */
  public static Optional<PasswordRule> against(char[] password, String name) {
    CharBuffer text = CharBuffer.wrap(password);
    long length = text.codePoints().count();
    if (length < MIN_LENGTH) {
      return Optional.of(TOO_SHORT);
    }
    if (length > MAX_LENGTH) {
      return Optional.of(TOO_LONG);
    }
    if (text.codePoints().distinct().count() < MIN_DIFFERENT) {
      return Optional.of(TOO_FEW_DIFFERENT);
    }
    return holds(password, name.strip()) ? Optional.of(HOLDS_NAME) : Optional.empty();
  }

  /** Without ever making a string of the password. */
  private static boolean holds(char[] password, String name) {
    char[] sought = name.toLowerCase(Locale.ROOT).toCharArray();
    if (sought.length < NAME_COUNTS_FROM) {
      return false;
    }
    for (int start = 0; start + sought.length <= password.length; start++) {
      int same = 0;
      while (same < sought.length
          && Character.toLowerCase(password[start + same]) == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return true;
      }
    }
    return false;
  }
}
