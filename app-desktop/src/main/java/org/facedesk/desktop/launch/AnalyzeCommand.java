package org.facedesk.desktop.launch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Landmarks;
import org.facedesk.engine.QualityComponent;
import org.facedesk.engine.QualityReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code analyze IMAGE…}: what the engine sees in pictures. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    description = "Says what the engine sees in pictures: faces, pose, eyes, quality.")
final class AnalyzeCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "IMAGE", description = "JPEG or PNG files.")
  private List<Path> images = new ArrayList<>();

  @Option(names = "--embedding", description = "Add the template (unit length).")
  private boolean embedding;

  @Option(names = "--landmarks", description = "Add the 468 landmarks.")
  private boolean landmarks;

  @Mixin private JsonOption json = new JsonOption();
  @CommandLine.Spec private CommandLine.Model.@Nullable CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = Output.of(spec);
    int code = Main.DONE;
    try (Engine engine = Engine.open()) {
      for (Path image : images) {
        Map<String, Object> row;
        try {
          row = row(engine, image);
        } catch (FacedeskException e) {
          row = new LinkedHashMap<>();
          row.put("file", String.valueOf(image.getFileName()));
          row.put("error", e.code().name());
          row.put("detail", e.getMessage());
          code = Math.max(code, Main.exitCode(e));
        }
        if (json.wanted()) {
          json.print(out, row);
        } else {
          describe(out, row);
        }
      }
    }
    return code;
  }

  private Map<String, Object> row(Engine engine, Path image) {
    FrameAnalysis analysis = engine.analyzer().analyze(engine.read(image));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("file", String.valueOf(image.getFileName()));
    row.put("faces", analysis.faces());
    Face face = analysis.face();
    if (face == null) {
      return row;
    }
    row.put("score", face.score());
    row.put(
        "box", new double[] {face.box().x0(), face.box().y0(), face.box().x1(), face.box().y1()});
    row.put("keypoints", face.keypoints().stream().map(p -> new double[] {p.x(), p.y()}).toList());
    row.put("presence", face.presence());
    row.put("openness", new double[] {face.eyes().rightOpenness(), face.eyes().leftOpenness()});
    row.put("ear", new double[] {face.eyes().rightAspectRatio(), face.eyes().leftAspectRatio()});
    row.put("pose", new double[] {face.pose().yaw(), face.pose().pitch(), face.pose().roll()});
    row.put("quality", quality(analysis.quality()));
    if (landmarks) {
      row.put("landmarks", points(face.landmarks()));
    }
    if (embedding) {
      row.put(
          "embedding", engine.analyzer().embed(analysis.frame(), face.landmarks(), false).vector());
    }
    return row;
  }

  static Map<String, Integer> quality(@Nullable QualityReport report) {
    Map<String, Integer> scores = new LinkedHashMap<>();
    if (report != null) {
      for (QualityComponent component : QualityComponent.values()) {
        scores.put(component.wireName(), report.score(component));
      }
    }
    return scores;
  }

  private static List<double[]> points(Landmarks landmarks) {
    List<double[]> points = new ArrayList<>(Landmarks.COUNT);
    for (int i = 0; i < Landmarks.COUNT; i++) {
      points.add(new double[] {landmarks.x(i), landmarks.y(i), landmarks.z(i)});
    }
    return points;
  }

  private static void describe(PrintWriter out, Map<String, Object> row) {
    out.printf("%s%n", row.get("file"));
    row.forEach((key, value) -> {
      if (!key.equals("file")) {
        out.printf("  %-10s %s%n", key, Output.text(value));
      }
    });
  }
}
