package org.facedesk.desktop.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.evaluation.PairEvaluation;
import org.facedesk.engine.evaluation.PairReport;
import org.facedesk.engine.evaluation.TemplateExtraction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: accuracy over a list of pairs, in the way of LFW. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Measures accuracy over a list of pairs of pictures (ten folds, as LFW does).")
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--pairs",
      required = true,
      paramLabel = "CSV",
      description = "image_a,image_b,same with a header line.")
  private @Nullable Path pairs;

  @Option(
      names = "--images",
      required = true,
      paramLabel = "DIR",
      description = "The folder the list's paths start in.")
  private @Nullable Path images;

  @Mixin private JsonOption json = new JsonOption();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    try (Engine engine = Engine.open()) {
      PairReport result = evaluate(engine);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("pairs", result.pairs());
      answer.put("failures", result.failures());
      answer.put("accuracy", result.accuracy());
      answer.put("accuracy_sd", result.accuracySd());
      answer.put("auc", result.auc());
      answer.put("tar", result.tar());
      if (json.wanted()) {
        json.print(out, answer);
      } else {
        answer.forEach((key, value) -> out.printf("%-12s %s%n", key, value));
      }
    }
    return Main.DONE;
  }

  private PairReport evaluate(Engine engine) {
    if (pairs == null || images == null) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "--pairs and --images are needed");
    }
    int workers = Runtime.getRuntime().availableProcessors();
    try {
      return new PairEvaluation(
              new TemplateExtraction(engine.decoder(), engine.analyzer(), workers))
          .evaluate(pairs, images);
    } catch (IOException e) {
      throw new FacedeskException(
          ErrorCode.NOT_FOUND, "the list or a picture cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FacedeskException(ErrorCode.INTERNAL, "interrupted", e);
    }
  }
}
