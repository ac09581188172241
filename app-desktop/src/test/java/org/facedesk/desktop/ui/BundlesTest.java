package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every room says the same things in every language. */
class BundlesTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");

  static Stream<Arguments> roomsAndLanguages() {
    return Texts.ROOMS.stream()
        .flatMap(room ->
            Texts.LANGUAGES.stream()
                .filter(language -> !language.equals(Locale.ENGLISH))
                .map(language -> Arguments.of(room, language)));
  }

  @ParameterizedTest
  @MethodSource("roomsAndLanguages")
  void aRoomHasTheSameKeysInEveryLanguage(String room, Locale language) throws IOException {
    assertThat(words(room, "_" + language.getLanguage()).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(words(room, "").stringPropertyNames());
  }

  @ParameterizedTest
  @MethodSource("roomsAndLanguages")
  void nothingIsEmpty(String room, Locale language) throws IOException {
    Properties words = words(room, "_" + language.getLanguage());
    assertThat(words.stringPropertyNames()).noneMatch(key -> words.getProperty(key).isBlank());
  }

  @ParameterizedTest
  @MethodSource("roomsAndLanguages")
  void whatIsFilledInIsFilledInInEveryLanguage(String room, Locale language) throws IOException {
    Properties english = words(room, "");
    Properties words = words(room, "_" + language.getLanguage());
    Set<String> different = new TreeSet<>();
    for (String key : words.stringPropertyNames()) {
      String own = words.getProperty(key);
      String original = english.getProperty(key, "");
      if (PLACEHOLDER.matcher(own).find() != PLACEHOLDER.matcher(original).find()
          || (PLACEHOLDER.matcher(original).find()
              && !holes(own, language).equals(holes(original, Locale.ENGLISH)))) {
        different.add(key);
      }
    }
    assertThat(different).isEmpty();
  }

  /** Fonts draw them as boxes; what needs one gets it where it is laid out. */
  @ParameterizedTest
  @MethodSource("roomsAndLanguages")
  void noMarksOfDirectionAreWritten(String room, Locale language) throws IOException {
    Properties words = words(room, "_" + language.getLanguage());
    assertThat(words.stringPropertyNames())
        .noneMatch(key ->
            words
                .getProperty(key)
                .codePoints()
                .anyMatch(c -> Character.getType(c) == Character.FORMAT));
  }

  /**
   * A doubled apostrophe shows in a text without placeholders, a single one eats them in one with.
   */
  @ParameterizedTest
  @MethodSource("roomsAndLanguages")
  void apostrophesAreWrittenAsTheyAreRead(String room, Locale language) throws IOException {
    Properties words = words(room, "_" + language.getLanguage());
    assertThat(words.stringPropertyNames())
        .noneMatch(key -> {
          String text = words.getProperty(key);
          return PLACEHOLDER.matcher(text).find()
              ? text.replace("''", "").contains("'")
              : text.contains("''");
        });
  }

  /** The kinds of the arguments, by their numbers. */
  private static List<String> holes(String pattern, Locale locale) {
    List<String> kinds = new ArrayList<>();
    for (Format format : new MessageFormat(pattern, locale).getFormatsByArgumentIndex()) {
      kinds.add(format == null ? "text" : format.getClass().getSimpleName());
    }
    return kinds;
  }

  private static Properties words(String room, String ending) throws IOException {
    String file = (room.isEmpty() ? "" : room + "/") + "texts" + ending + ".properties";
    Properties words = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream("/org/facedesk/desktop/" + file)) {
      if (in != null) {
        words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    return words;
  }
}
