package org.facedesk.admin;

import java.nio.charset.StandardCharsets;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What texts have to look like to be stored. */
final class Checks {
  private static final int MAX_NAME = 100;
  private static final int MAX_OBJECT_BYTES = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Checks() {}

  /** 1 to 100 characters that are not all blank, none of them control. */
  static String name(String what, String value) {
    return text(what, value, MAX_NAME);
  }

  /** The same with another longest length. */
  static String text(String what, String value, int most) {
    if (!printable(value, most)) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST,
          "%s must have 1 to %d characters, none of them control characters."
              .formatted(what, most));
    }
    return value;
  }

  /** Whether it is such a text. */
  static boolean printable(String value, int most) {
    return !value.isBlank()
        && value.codePointCount(0, value.length()) <= most
        && value.codePoints().noneMatch(Checks::unprintable);
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  /** The text of one JSON object of at most 64 KiB. */
  static String object(String what, String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_OBJECT_BYTES || !isObject(text)) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, what + " must be a JSON object of at most 64 KiB.");
    }
    return text;
  }

  private static boolean isObject(String text) {
    try {
      return JSON.readTree(text).isObject();
    } catch (JacksonException e) {
      return false;
    }
  }
}
