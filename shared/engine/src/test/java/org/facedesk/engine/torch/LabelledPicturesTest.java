package org.facedesk.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facedesk.engine.evaluation.PairEvaluation;
import org.facedesk.engine.evaluation.PairReport;
import org.facedesk.engine.evaluation.TemplateExtraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small part of the list that {@code ./station evaluate} reports on, to notice a broken chain.
 */
class LabelledPicturesTest {
  @TempDir Path folder;

  @Test
  void peopleAreToldApart() throws IOException, InterruptedException {
    Optional<Path> pictures = SharedMaterial.find("eval/lfw");
    assumeTrue(pictures.isPresent(), "no shared material beside the checkout");
    List<String> lines = Files.readAllLines(pictures.get().resolve("pairsDevTest.csv"));
    List<String> some = new ArrayList<>(List.of(lines.getFirst()));
    some.addAll(lines.stream().filter(line -> line.endsWith(",1")).limit(30).toList());
    some.addAll(lines.stream().filter(line -> line.endsWith(",0")).limit(30).toList());
    Path csv = Files.write(folder.resolve("pairs.csv"), some);

    PairReport report =
        new PairEvaluation(new TemplateExtraction(Engine.DECODER, Engine.ANALYZER, 2))
            .evaluate(csv, pictures.get());

    assertThat(report.failures()).isZero();
    assertThat(report.accuracy()).isGreaterThan(0.95);
    assertThat(report.auc()).isGreaterThan(0.97);
  }
}
