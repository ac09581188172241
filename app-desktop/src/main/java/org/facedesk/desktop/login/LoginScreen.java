package org.facedesk.desktop.login;

import org.facedesk.desktop.ui.FaultReport;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the window.
 *
 * @param name who is locked out of their own window; empty otherwise
 * @param notice why it did not go on, or null
 * @param seconds until the next try of the name that is typed, or locked out of their own window,
 *     is looked at; 0 if one is looked at now
 * @param waiting a password is being looked at
 */
public record LoginScreen(
    Cover cover,
    String name,
    @Nullable Notice notice,
    int seconds,
    boolean waiting,
    @Nullable FaultReport fault) {

  /** The covers there are. */
  public enum Cover {
    /** It is not known yet whether there is an account. */
    STARTING,
    /** There is no account: the first one is founded. */
    FIRST_START,
    SIGN_IN,
    /** The operator's window waits for their password. */
    LOCKED,
    /** Nothing lies over the window. */
    OPEN
  }

  /** Why it did not go on. */
  public enum Notice {
    REFUSED,
    LOCKED_OUT,
    NOT_THE_SAME,
    NAME_INVALID,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_TOO_FEW_DIFFERENT,
    PASSWORD_HOLDS_NAME,
    NOT_FIRST,
    /** The account was switched off while its operator was signed in. */
    NOT_ACTIVE
  }
}
