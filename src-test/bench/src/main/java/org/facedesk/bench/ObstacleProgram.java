package org.facedesk.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.facedesk.core.Frame;
import org.facedesk.engine.Face;
import org.facedesk.engine.FrameAnalysis;
import org.facedesk.engine.Obstacle;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;

/**
 * How often obstacles are told on pictures as they are, and with obstacles painted on. Arguments: a
 * folder of pictures with one folder a person, every how manieth picture is painted on, and which
 * people take part: {@code tuning} (every fourth, in the order of their names) or {@code report}
 * (the others). Pictures on which something is told are listed, to be looked at: a true pair of
 * dark glasses is no false alarm.
 */
public final class ObstacleProgram {
  private static final int TUNING_PEOPLE = 4;

  private final TorchFaceAnalyzer analyzer;
  private final OpenCvFrameDecoder decoder = new OpenCvFrameDecoder(ImageLimits.LOCAL);
  private final Map<PaintedObstacle, Tally> painted = new EnumMap<>(PaintedObstacle.class);
  private final Tally plain = new Tally();
  private final PrintStream out;

  /** What became of one kind of picture. */
  private static final class Tally {
    private int pictures;
    private int faces;
    private int assessed;
    private final Map<Obstacle, Integer> found = new EnumMap<>(Obstacle.class);

    void add(FrameAnalysis analysis) {
      pictures++;
      faces += analysis.face() == null ? 0 : 1;
      assessed += analysis.obstacles().assessed() ? 1 : 0;
      analysis.obstacles().found().forEach(obstacle -> found.merge(obstacle, 1, Integer::sum));
    }

    @Override
    public String toString() {
      return "%d pictures, %d faces, %d assessed, found %s"
          .formatted(pictures, faces, assessed, found);
    }
  }

  private ObstacleProgram(TorchFaceAnalyzer analyzer, PrintStream out) {
    this.analyzer = analyzer;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    if (args.length != 3) {
      throw new IllegalArgumentException("IMAGES EVERY tuning|report");
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (TorchFaceAnalyzer analyzer = TorchFaceAnalyzer.load(Models.shipped())) {
      new ObstacleProgram(analyzer, out)
          .run(Path.of(args[0]), Integer.parseInt(args[1]), args[2].equals("tuning"));
    }
  }

  private void run(Path folder, int every, boolean tuning) throws IOException {
    List<Path> people;
    try (var folders = Files.list(folder)) {
      people = folders.filter(Files::isDirectory).sorted().toList();
    }
    int count = 0;
    for (int i = 0; i < people.size(); i++) {
      if ((i % TUNING_PEOPLE == 0) == tuning) {
        List<Path> pictures;
        try (var files = Files.list(people.get(i))) {
          pictures = files.sorted().toList();
        }
        for (Path picture : pictures) {
          look(picture, count++ % every == 0);
        }
      }
    }
    out.println("as they are: " + plain);
    painted.forEach((obstacle, tally) -> out.println(obstacle + ": " + tally));
  }

  private void look(Path picture, boolean paint) throws IOException {
    Frame frame = decoder.decode(Files.readAllBytes(picture), 0);
    FrameAnalysis analysis = analyzer.analyze(frame);
    plain.add(analysis);
    if (!analysis.obstacles().found().isEmpty()) {
      out.println(picture.getFileName() + " " + analysis.obstacles().confidence());
    }
    Face face = analysis.face();
    if (paint && face != null) {
      long seed = picture.getFileName().hashCode();
      for (PaintedObstacle obstacle : PaintedObstacle.values()) {
        painted
            .computeIfAbsent(obstacle, _ -> new Tally())
            .add(analyzer.analyze(obstacle.over(frame, face.landmarks(), seed)));
      }
    }
  }
}
