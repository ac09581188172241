package org.facedesk.desktop.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The window's words in one language. No sentence is written anywhere else: Java and FXML name keys
 * only. Immutable, for any thread.
 */
public final class Texts {
  private static final String BUNDLE = "org.facedesk.desktop.texts";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** English where there is no translation for this language. */
  public static Texts of(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Texts(bundle, locale);
  }

  /**
   * @param arguments for {@link MessageFormat}; without any the text is taken as it stands
   * @throws java.util.MissingResourceException for a key that does not exist, which is a bug
   */
  public String get(String key, Object... arguments) {
    String pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The text whose key is a family and a constant's name: {@code guidance.HOLD_STILL}. */
  public String of(String family, Enum<?> constant) {
    return get(family + "." + constant.name());
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** For FXML's {@code %key}. */
  public ResourceBundle bundle() {
    return bundle;
  }

  public Locale locale() {
    return locale;
  }
}
