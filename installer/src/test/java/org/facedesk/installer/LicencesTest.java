package org.facedesk.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {
  private static final Path FOLDER = Shipped.dist().resolve("common/licences");

  @Test
  void everyJarThatIsShippedHasALicence() throws IOException {
    List<String> names = Shipped.jars().stream().map(jar -> jar.getFileName().toString()).toList();

    assertThat(new Licences(FOLDER).unknown(names))
        .as("say in dist/common/licences/parts.csv whose these are")
        .isEmpty();
  }

  @Test
  void theTextOfEveryLicenceIsThereAndNoOther() throws IOException {
    Licences licences = new Licences(FOLDER);

    assertThat(licences.missingTexts()).isEmpty();
    try (Stream<Path> texts = Files.list(FOLDER.resolve("texts"))) {
      assertThat(texts.map(text -> text.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(licences.texts());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "META-INF/LICENSE",
        "META-INF/NOTICE.txt",
        "META-INF/FastDoubleParser-LICENSE",
        "META-INF/licenses/faiss/FAISS-MIT.txt",
        "META-INF/licenses/com.ongres.scram/scram-client-3.2/META-INF/LICENSE",
        "org/bytedeco/opencv/linux-x86_64/share/licenses/opencv4/jasper-copyright",
      })
  void whatAPartSaysOfItsTermsIsFound(String entry) {
    assertThat(Licences.isStatement(entry)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org/bouncycastle/LICENSE.class", "ai/djl/repository/License.class"})
  void classesAreNoTerms(String entry) {
    assertThat(Licences.isStatement(entry)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "javafx-base-26.0.2-linux.jar,javafx-base",
    "bucket4j_jdk17-core-8.19.0.jar,bucket4j_jdk17-core",
    "pytorch-jni-2.7.1-0.35.1.jar,pytorch-jni",
    "app-desktop-0.1.0-SNAPSHOT.jar,app-desktop",
  })
  void aJarIsKnownWithoutItsVersion(String jar, String artifact) {
    assertThat(Part.artifact(jar)).isEqualTo(artifact);
  }
}
