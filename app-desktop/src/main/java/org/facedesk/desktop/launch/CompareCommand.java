package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Template;
import org.facedesk.enroll.policy.CapturePolicy;
import org.facedesk.gallery.Thresholds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare A B}: whether two pictures show one person. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description =
        "Says whether two pictures show one person, by the threshold for two single pictures.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "A JPEG or PNG file.")
  private @Nullable Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Another one.")
  private @Nullable Path second;

  @Option(
      names = "--fmr",
      paramLabel = "RATE",
      description = "False match rate to decide at (default: the policy's, 1e-4).")
  private double fmr = CapturePolicy.DEFAULT.verificationFmr();

  @Mixin private JsonOption json = new JsonOption();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    if (first == null || second == null || !(fmr > 0 && fmr < 1)) {
      throw new FacedeskException(ErrorCode.INVALID_REQUEST, "--fmr must lie between 0 and 1");
    }
    try (Engine engine = Engine.open()) {
      Template a = template(engine, first);
      Template b = template(engine, second);
      Thresholds thresholds = engine.thresholds();
      double distance = a.distanceTo(b);
      double threshold = thresholds.threshold(1, 1, fmr);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("distance", distance);
      answer.put("threshold", threshold);
      answer.put("same", distance <= threshold);
      answer.put("confidence", thresholds.confidence(1, 1, distance));
      if (json.wanted()) {
        json.print(out, answer);
      } else {
        out.printf(
            "%s: distance %s, threshold %s, confidence %s%n",
            distance <= threshold ? "same person" : "different people",
            Output.text(distance),
            Output.text(threshold),
            Output.text(answer.get("confidence")));
      }
    }
    return Main.DONE;
  }

  private static Template template(Engine engine, Path image) {
    FrameAnalysis analysis = engine.analyzer().analyze(engine.read(image));
    Face face = analysis.face();
    if (face == null) {
      throw new FacedeskException(
          ErrorCode.INVALID_IMAGE, "there is no face in " + image.getFileName());
    }
    return engine.analyzer().embed(analysis.frame(), face.landmarks(), true);
  }
}
