package org.facedesk.core.settings;

import java.util.List;

/**
 * Why a value cannot be taken.
 *
 * @param limits what the value has to lie between or be at most, as the kind says; for the words
 */
public record Problem(Setting setting, Kind kind, List<Object> limits) {
  /** What is wrong. */
  public enum Kind {
    /** Not a whole number between two limits. */
    NOT_BETWEEN,
    /** None of the values there are. */
    NOT_ONE_OF,
    /** More characters than the limit. */
    TOO_LONG,
    /** Not a name or address that a server could listen on. */
    NOT_A_HOST,
    /** Not {@code jdbc:postgresql://host/database}. */
    NOT_A_STORE,
    /** A password among the options of an address, where it would be kept in clear. */
    PASSWORD_IN_ADDRESS,
    /** Neither a blink nor a head turn asked for: a photograph would do. */
    NOTHING_PROVES_LIFE,
    /** The command line or the environment says otherwise. */
    FIXED
  }

  static Problem of(Setting setting, Kind kind, Object... limits) {
    return new Problem(setting, kind, List.of(limits));
  }
}
