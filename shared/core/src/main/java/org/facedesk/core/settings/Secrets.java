package org.facedesk.core.settings;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.core.Seal;

/** Values that hold a secret, as they lie in the file: {@code sealed:} and base64. */
final class Secrets {
  private static final String PREFIX = "sealed:";

  private final Supplier<Seal> seal;

  /**
   * @param seal asked only when there is something to seal or open
   */
  Secrets(Supplier<Seal> seal) {
    this.seal = seal;
  }

  String toFile(Setting setting, String value) {
    if (!setting.secret(value)) {
      return value;
    }
    byte[] sealed = seal.get().seal(context(setting), value.getBytes(StandardCharsets.UTF_8));
    return PREFIX + Base64.getEncoder().encodeToString(sealed);
  }

  String fromFile(Setting setting, String text) {
    if (!text.startsWith(PREFIX)) {
      return text;
    }
    try {
      byte[] sealed = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      return new String(seal.get().open(context(setting), sealed), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "the sealed setting " + setting.key() + " is damaged");
    }
  }

  private static String context(Setting setting) {
    return "setting:" + setting.key();
  }
}
