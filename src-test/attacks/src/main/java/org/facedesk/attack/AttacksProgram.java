package org.facedesk.attack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.facedesk.engine.MeanFace;
import org.facedesk.engine.torch.ImageLimits;
import org.facedesk.engine.torch.OpenCvFrameDecoder;
import org.facedesk.engine.torch.TorchFaceAnalyzer;
import org.facedesk.models.Models;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./station attacks}: what the station accepts of photographs, and of people. */
@Command(
    name = "attacks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Holds photographs still, shakes, tilts and bends them before the station's own capture"
            + " session, and counts what it accepts; of recorded people too.")
public final class AttacksProgram implements Callable<Integer> {
  private static final JsonMapper JSON = new JsonMapper();

  @Option(
      names = "--clips",
      paramLabel = "DIR",
      description = "Recordings (mp4): photographs are frames of them, people are the recordings.")
  private @Nullable Path clips;

  @Option(
      names = "--pictures",
      paramLabel = "DIR",
      description = "Photographs (JPEG, PNG), a folder for each person; another set of attacks.")
  private @Nullable Path pictures;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      description = "Sequences for each kind of attack and each set (default: 200).")
  private int sequences = 200;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed gives other pictures and other movements (default: 1).")
  private long seed = 1;

  @Option(
      names = "--kinds",
      paramLabel = "KIND",
      split = ",",
      description = "Only these: still, shaken, tilted, bent.")
  private List<Species> kinds = List.of(Species.values());

  @Option(names = "--no-people", description = "Leaves out the recorded people.")
  private boolean withoutPeople;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Sequences worked off at a time (default: 1).")
  private int threads = 1;

  @Option(names = "--log", paramLabel = "FILE", description = "One JSON line for each sequence.")
  private @Nullable Path log;

  @Option(names = "--json", description = "The counts as JSON lines instead of a table.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new AttacksProgram())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CommandSpec me = Objects.requireNonNull(spec);
    if (clips == null && pictures == null) {
      throw new CommandLine.ParameterException(me.commandLine(), "give --clips or --pictures");
    }
    PrintWriter out = me.commandLine().getOut();
    Models models = Models.shipped();
    OpenCvFrameDecoder codec = new OpenCvFrameDecoder(ImageLimits.REMOTE);
    try (TorchFaceAnalyzer analyzer = TorchFaceAnalyzer.load(models);
        Writer lines = log == null ? Writer.nullWriter() : Files.newBufferedWriter(log);
        ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      Study study = new Study(new Trial(analyzer, codec, MeanFace.read(models)), workers, lines);
      if (!json) {
        out.println(Summary.HEADINGS);
      }
      if (clips != null) {
        List<Path> files = Photographs.files(clips, ".mp4");
        if (sequences > 0) {
          Photographs frames = Photographs.ofClips(files, analyzer, seed);
          print(out, study.attacks("clips", frames, kinds, sequences, seed));
        }
        if (!withoutPeople) {
          print(out, study.people(files));
        }
      }
      if (pictures != null) {
        OpenCvFrameDecoder files = new OpenCvFrameDecoder(ImageLimits.LOCAL);
        Photographs portraits = Photographs.ofFolder(pictures, analyzer, files);
        print(out, study.attacks("pictures", portraits, kinds, sequences, seed));
      }
    }
    return 0;
  }

  private void print(PrintWriter out, List<Summary> summaries) {
    for (Summary summary : summaries) {
      out.println(json ? JSON.writeValueAsString(summary) : summary.row());
    }
    out.flush();
  }
}
