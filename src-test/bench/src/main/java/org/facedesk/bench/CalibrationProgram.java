package org.facedesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facedesk.engine.Template;
import org.facedesk.engine.evaluation.CalibrationStudy;
import org.facedesk.engine.evaluation.PairList;
import org.facedesk.engine.evaluation.TemplateExtraction;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;

/**
 * Writes the calibration of the embedding model. Arguments: a list of pairs (only its pictures
 * matter), the folder of pictures with one folder a person, the file to write, the source in words.
 */
public final class CalibrationProgram {
  private CalibrationProgram() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 4) {
      throw new IllegalArgumentException("PAIRS.csv IMAGES OUT.json SOURCE");
    }
    Map<String, List<Template>> people = new LinkedHashMap<>();
    try (TorchFaceAnalyzer analyzer = TorchFaceAnalyzer.load(Models.shipped())) {
      TemplateExtraction extraction =
          new TemplateExtraction(
              new OpenCvFrameDecoder(ImageLimits.LOCAL),
              analyzer,
              Runtime.getRuntime().availableProcessors(),
              true);
      Map<String, Optional<Template>> templates =
          extraction.of(Path.of(args[1]), PairList.read(Path.of(args[0])).images());
      templates.forEach((name, template) ->
          template.ifPresent(t ->
              people
                  .computeIfAbsent(name.substring(0, name.indexOf('/')), _ -> new ArrayList<>())
                  .add(t)));
      long missed = templates.values().stream().filter(Optional::isEmpty).count();
      System.out.printf(
          "%d pictures of %d people, %d without a face%n", templates.size(), people.size(), missed);
    }
    Files.writeString(Path.of(args[2]), CalibrationStudy.measure(people, args[3]).toJson() + "\n");
  }
}
