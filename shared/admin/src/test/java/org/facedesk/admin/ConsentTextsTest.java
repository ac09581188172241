package org.facedesk.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.facedesk.admin.Fixture.assertRefused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.facedesk.core.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentTextsTest {
  @TempDir private Path folder;

  @Test
  void thereIsAWholeTextInEachLanguage() {
    ConsentTexts texts = ConsentTexts.read(null);
    assertThat(texts.languages()).containsExactly("en", "id", "es", "fr", "ar");
    for (String language : texts.languages()) {
      ConsentText text = texts.in(language);
      assertThat(text.language()).isEqualTo(language);
      assertThat(text.version()).isNotBlank();
      assertThat(text.title()).isNotBlank();
      assertThat(text.body()).isNotBlank();
      assertThat(text.rights()).isNotBlank();
    }
  }

  @Test
  void anotherLanguageGetsTheFirstText() {
    assertThat(ConsentTexts.read(null).in("tlh").language()).isEqualTo("en");
  }

  @Test
  void anOrganisationPutsItsWordsInTheirPlace() throws IOException {
    Files.writeString(
        folder.resolve("fr.properties"),
        "version=7\ntitle=Accord\nbody=Nous vous reconnaîtrons.\nrights=Demandez-nous.\n");
    ConsentTexts texts = ConsentTexts.read(folder);
    assertThat(texts.in("fr"))
        .isEqualTo(
            new ConsentText("fr", "7", "Accord", "Nous vous reconnaîtrons.", "Demandez-nous."));
    assertThat(texts.in("en")).isEqualTo(ConsentTexts.read(null).in("en"));
  }

  @Test
  void aTextThatLacksAPartIsRefused() throws IOException {
    Files.writeString(folder.resolve("en.properties"), "version=1\ntitle=Consent\nbody=Words\n");
    assertRefused(ErrorCode.SETTINGS_INVALID, () -> ConsentTexts.read(folder));
  }
}
