package org.facedesk.engine.torch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The engine is a port; the reference's own numbers are the specification. */
class GoldenTest {
  @Test
  void thePortraitMeasuresAsTheReferenceSays() {
    String row = new String(Engine.resource("portrait.json"), StandardCharsets.UTF_8);

    ReferenceRow.parse(row).assertReproducedBy(Engine.ANALYZER, Engine.portrait());
  }

  @TestFactory
  Stream<DynamicTest> picturesFromElsewhereMeasureAsTheReferenceSays() throws IOException {
    Optional<Path> rows = SharedMaterial.find("golden/reference.jsonl");
    Optional<Path> pictures = SharedMaterial.find("eval/lfw");
    assumeTrue(rows.isPresent() && pictures.isPresent(), "no shared material beside the checkout");
    return Files.readAllLines(rows.get()).stream()
        .map(ReferenceRow::parse)
        .filter(row -> row.file().endsWith(".jpg"))
        .map(row -> DynamicTest.dynamicTest(row.file(), () -> check(pictures.get(), row)));
  }

  private static void check(Path pictures, ReferenceRow row) throws IOException {
    String person = row.file().replaceAll("_\\d+\\.jpg$", "");
    byte[] file = Files.readAllBytes(pictures.resolve(person).resolve(row.file()));
    row.assertReproducedBy(Engine.ANALYZER, Engine.DECODER.decode(file, 0));
  }
}
