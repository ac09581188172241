package org.facedesk.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.facedesk.core.ErrorCode;
import org.facedesk.desktop.enroll.EnrollStep;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.quality.Guidance;
import org.facedesk.enroll.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  private static final Path MAIN = Path.of("src/main");
  private static final Pattern FXML_WORDS =
      Pattern.compile("(?:text|promptText|accessibleText)=\"([^\"]*)\"");
  private static final Pattern JAVA_WORDS =
      Pattern.compile(
          "(?:\\.set(?:Text|PromptText|AccessibleText|AccessibleHelp|Title)"
              + "|new (?:Label|Tooltip|Button|CheckBox|RadioButton|ToggleButton|Hyperlink|MenuItem"
              + "|TextField))\\(\\s*\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern JAVA_KEY =
      Pattern.compile("\"((?:[a-z]+\\.)+(?!css\"|csv\"|pdf\"|zip\")[a-zA-Z]+)\"");

  private final Texts texts = Texts.of(Locale.ENGLISH);

  @Test
  void everyAdviceHasASentence() {
    assertThat(missing("guidance", Guidance.values())).isEmpty();
  }

  @Test
  void theWindowAdvisesInTheSameWordsAsTheWire() {
    for (Guidance guidance : Guidance.values()) {
      assertThat(texts.of("guidance", guidance)).isEqualTo(guidance.sentence());
    }
  }

  @Test
  void everyQualityComponentHasANameAndAnExplanation() {
    assertThat(missing("quality", QualityComponent.values())).isEmpty();
    assertThat(missing("why", QualityComponent.values())).isEmpty();
  }

  @Test
  void everyReasonHasASentenceAndARemedy() {
    assertThat(missing("reason", Outcome.Reason.values())).isEmpty();
    assertThat(missing("reason.remedy", Outcome.Reason.values())).isEmpty();
  }

  @Test
  void everyErrorCodeHasPlainWordsAndARemedy() {
    assertThat(missing("error", ErrorCode.values())).isEmpty();
    assertThat(missing("remedy", ErrorCode.values())).isEmpty();
  }

  @Test
  void everyStepHasATitle() {
    assertThat(missing("title", EnrollStep.Title.values())).isEmpty();
  }

  @Test
  void noWordIsWrittenInFxml() throws IOException {
    Set<String> literal = new TreeSet<>();
    for (Path file : files(".fxml")) {
      Matcher words = FXML_WORDS.matcher(Files.readString(file));
      while (words.find()) {
        String key = words.group(1);
        if (!key.startsWith("%") || !texts.has(key.substring(1))) {
          literal.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(literal).isEmpty();
  }

  @Test
  void noWordOnTheScreenIsWrittenInJava() throws IOException {
    Set<String> literal = new TreeSet<>();
    for (Path file : files(".java")) {
      Matcher words = JAVA_WORDS.matcher(Files.readString(file));
      while (words.find()) {
        literal.add(file.getFileName() + ": " + words.group(1));
      }
    }
    assertThat(literal).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "label.setText(\"Hello\")",
        "new Label(\n    \"Hello\")",
        "field.setPromptText(\"1 of 2 \")",
        "new Tooltip(\"é\")"
      })
  void wordsInJavaAreRecognised(String code) {
    assertThat(JAVA_WORDS.matcher(code).find()).isTrue();
  }

  @Test
  void everyKeyThatJavaNamesExists() throws IOException {
    Set<String> families = new TreeSet<>();
    for (String key : texts.bundle().keySet()) {
      families.add(key.substring(0, key.indexOf('.') + 1));
    }
    Set<String> missing = new TreeSet<>();
    for (Path file : files(".java")) {
      Matcher keys = JAVA_KEY.matcher(Files.readString(file));
      while (keys.find()) {
        String key = keys.group(1);
        boolean wordsKey = families.stream().anyMatch(key::startsWith);
        boolean prefix =
            texts.bundle().keySet().stream().anyMatch(known -> known.startsWith(key + "."));
        if (wordsKey && !texts.has(key) && !prefix) {
          missing.add(file.getFileName() + ": " + key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aLanguageWithoutTranslationIsServedInEnglish() {
    assertThat(Texts.of(Locale.forLanguageTag("tlh")).get("app.name")).isEqualTo("Facedesk");
  }

  private List<String> missing(String family, Enum<?>[] constants) {
    return Arrays.stream(constants)
        .map(constant -> family + "." + constant.name())
        .filter(key -> !texts.has(key))
        .toList();
  }

  private static List<Path> files(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(MAIN)) {
      return all.filter(path -> path.toString().endsWith(ending)).toList();
    }
  }
}
