package org.facedesk.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(ModelRole.class)
  void everyShippedFileIsTheOneTheManifestNames(ModelRole role) {
    Models models = Models.shipped();

    assertThat(models.read(role)).isNotEmpty();
    assertThat(models.entry(role).licence()).isNotBlank();
    assertThat(models.entry(role).provenance()).isNotBlank();
    assertThat(HexFormat.of().parseHex(models.entry(role).sha256())).hasSize(32);
  }

  @Test
  void theEmbedderSaysHowItsVectorsAreComparedAndCalibrated() {
    ModelEntry embedder = Models.shipped().entry(ModelRole.EMBEDDER);

    assertThat(embedder.dimension()).isEqualTo(128);
    assertThat(embedder.metric()).contains("euclidean");
    assertThat(embedder.calibration()).isEqualTo("calibration");
  }

  @Test
  void aFolderStandsInForTheShippedFiles() throws IOException {
    write("hello", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");

    assertThat(Models.in(folder).read(ModelRole.IRIS)).asString().isEqualTo("hello");
  }

  @Test
  void aChangedFileIsRefused() throws IOException {
    write("hellO", "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    Models models = Models.in(folder);

    assertRefused(() -> models.read(ModelRole.IRIS), ErrorCode.MODEL_CORRUPT, "iris.pt has SHA");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    write("hello", "00");
    Files.delete(folder.resolve("iris.pt"));
    Models models = Models.in(folder);

    assertRefused(() -> models.read(ModelRole.IRIS), ErrorCode.MODEL_MISSING, "iris.pt");
  }

  @Test
  void aRoleThatTheManifestDoesNotFillIsNamed() throws IOException {
    write("hello", "00");
    Models models = Models.in(folder);

    assertRefused(() -> models.read(ModelRole.MESH), ErrorCode.MODEL_MISSING, "MESH");
  }

  @Test
  void anEmptyFolderIsNoModelsFolder() {
    assertRefused(() -> Models.in(folder), ErrorCode.MODEL_MISSING, "manifest.json");
  }

  @Test
  void aBrokenManifestIsRefused() throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{ not json");

    assertRefused(() -> Models.in(folder), ErrorCode.MODEL_CORRUPT, "manifest");
  }

  private void write(String content, String sha256) throws IOException {
    Files.writeString(folder.resolve("iris.pt"), content);
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"schema": 1, "files": [{"role": "iris", "id": "i", "file": "iris.pt", "sha256": "%s",
         "licence": "CC0-1.0", "provenance": "a test", "input": "-", "output": "-", "dimension": 0,
         "card": "-"}]}
        """
            .formatted(sha256));
  }

  private static void assertRefused(ThrowingCallable call, ErrorCode code, String part) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(FacedeskException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(part);
  }
}
