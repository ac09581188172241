package org.facedesk.protocol;

/** Texts that wire records share. */
final class Wire {
  /** A name: no control characters or line separators, and not all blank. */
  static final String NAME =
      "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*"
          + "[^\\s\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]"
          + "[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]*$";

  private Wire() {}
}
