package org.facedesk.desktop.ui;

import java.text.MessageFormat;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The window's words in one language. No sentence is written anywhere else: Java and FXML name keys
 * only. Every workflow keeps its words beside its FXML, in {@code texts.properties} and one file a
 * language; here they are one bundle. Immutable, for any thread.
 */
public final class Texts {
  /** The languages the window speaks, the first one being what others fall back to. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.of("id"), Locale.of("es"), Locale.FRENCH, Locale.of("ar"));

  /** The packages that keep words, below the desktop's; the first one is the desktop's own. */
  static final List<String> ROOMS =
      List.of("", "login", "enroll", "check", "people", "sessions", "clients", "audit", "settings");

  private static final String DESKTOP = "org.facedesk.desktop.";
  private static final String FILE = "texts";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Texts(ResourceBundle bundle, Locale locale) {
    this.bundle = bundle;
    this.locale = locale;
  }

  /** English where there is no translation for this language. */
  public static Texts of(Locale locale) {
    Map<String, String> words = new TreeMap<>();
    for (String room : ROOMS) {
      words.putAll(room(room, locale));
    }
    return new Texts(new Merged(words), locale);
  }

  /** The words of one room, with English ones where the language lacks them. */
  static Map<String, String> room(String room, Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            DESKTOP + (room.isEmpty() ? FILE : room + "." + FILE),
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    Map<String, String> words = new TreeMap<>();
    for (String key : bundle.keySet()) {
      words.put(key, bundle.getString(key));
    }
    return words;
  }

  /**
   * @param arguments for {@link MessageFormat}; without any the text is taken as it stands
   * @throws MissingResourceException for a key that does not exist, which is a bug
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

  /** Whether lines run from right to left. */
  public boolean rightToLeft() {
    return locale.getLanguage().equals("ar");
  }

  /** All rooms' words behind one bundle. */
  private static final class Merged extends ResourceBundle {
    private final Map<String, String> words;

    Merged(Map<String, String> words) {
      this.words = words;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
      return words.get(key);
    }

    @Override
    public Enumeration<String> getKeys() {
      return Collections.enumeration(words.keySet());
    }
  }
}
