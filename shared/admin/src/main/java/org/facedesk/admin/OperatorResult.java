package org.facedesk.admin;

/** What came of a change to an operator. */
public sealed interface OperatorResult {
  record Done(OperatorView operator) implements OperatorResult {}

  record Refused(Reason reason) implements OperatorResult {}

  /** Nothing was changed, because of this. */
  enum Reason {
    /** There are operators already; only an administrator makes more. */
    NOT_FIRST,
    NAME_INVALID,
    NAME_TAKEN,
    PASSWORD_TOO_SHORT,
    PASSWORD_TOO_LONG,
    PASSWORD_TOO_FEW_DIFFERENT,
    PASSWORD_HOLDS_NAME,
    /** The present password was not the one given. */
    PASSWORD_WRONG,
    /** Somebody has to be left who can run the station. */
    LAST_ADMINISTRATOR,
    NOT_FOUND;

    public static Reason of(PasswordRule rule) {
      return valueOf("PASSWORD_" + rule.name());
    }
  }
}
