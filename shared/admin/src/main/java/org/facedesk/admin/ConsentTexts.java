package org.facedesk.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.jspecify.annotations.Nullable;

/**
 * The consent texts of a station, one a language. It comes with texts of its own; an organisation
 * puts its words in their place by files {@code LANGUAGE.properties} (UTF-8; {@code version},
 * {@code title}, {@code body}, {@code rights}) in a folder. Immutable.
 */
public final class ConsentTexts {
  private static final List<String> LANGUAGES = List.of("en", "id", "es", "fr", "ar");
  private static final int MAX_VERSION = 50;

  private final Map<String, ConsentText> texts;

  private ConsentTexts(Map<String, ConsentText> texts) {
    this.texts = texts;
  }

  /**
   * @param folder the organisation's own texts; null, or one that does not exist, for none
   * @throws FacedeskException SETTINGS_INVALID for a text that lacks a part
   */
  public static ConsentTexts read(@Nullable Path folder) {
    Map<String, ConsentText> texts = new LinkedHashMap<>();
    for (String language : LANGUAGES) {
      Path own = folder == null ? null : folder.resolve(language + ".properties");
      texts.put(
          language,
          own != null && Files.isRegularFile(own) ? ofFile(language, own) : ofStation(language));
    }
    return new ConsentTexts(texts);
  }

  /** Language tags, the first one being what others fall back to. */
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  /** In this language, or in the first one. */
  public ConsentText in(String language) {
    return Objects.requireNonNull(texts.getOrDefault(language, texts.get(LANGUAGES.getFirst())));
  }

  private static ConsentText ofFile(String language, Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return text(language, reader);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "the consent text " + language + " cannot be read", e);
    }
  }

  private static ConsentText ofStation(String language) {
    String name = "consent/" + language + ".properties";
    try (InputStream stream =
            Objects.requireNonNull(ConsentTexts.class.getResourceAsStream(name), name);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return text(language, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConsentText text(String language, Reader reader) throws IOException {
    Properties words = new Properties();
    words.load(reader);
    String version = part(words, language, "version");
    if (version.length() > MAX_VERSION) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID,
          "the version of the consent text %s is too long".formatted(language));
    }
    return new ConsentText(
        language,
        version,
        part(words, language, "title"),
        part(words, language, "body"),
        part(words, language, "rights"));
  }

  private static String part(Properties words, String language, String name) {
    String text = words.getProperty(name, "").strip();
    if (text.isEmpty()) {
      throw new FacedeskException(
          ErrorCode.SETTINGS_INVALID, "the consent text %s has no %s".formatted(language, name));
    }
    return text;
  }
}
