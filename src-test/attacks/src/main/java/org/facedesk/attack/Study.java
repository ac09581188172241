package org.facedesk.attack;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs many sequences, each by itself, and counts. A sequence depends only on the seed, its kind
 * and its number, not on how many there are or on the order they are worked off in.
 *
 * @param log takes one JSON line for each sequence, in order, as soon as it is known
 */
record Study(Trial trial, ExecutorService workers, Writer log) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A sequence that is being worked off. */
  private record Running(String kind, String name, Future<Shown> shown) {}

  /**
   * @param source what was shown
   */
  private record Shown(String source, Verdict verdict) {}

  /** So many sequences of each kind; the kinds in turn, so that an early look is a fair one. */
  List<Summary> attacks(
      String set, Photographs photographs, List<Species> kinds, int sequences, long seed)
      throws IOException, InterruptedException {
    List<Running> running = new ArrayList<>();
    for (int number = 0; number < sequences; number++) {
      for (Species kind : kinds) {
        long own = 31 * (31 * seed + kind.label().hashCode()) * 1_000_003 + number;
        running.add(start(kind.label(), "#" + number, () -> attack(kind, photographs, own)));
      }
    }
    return counted(set, running);
  }

  private Shown attack(Species kind, Photographs photographs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (AttackClip clip = AttackClip.of(kind, photographs.draw(random), random)) {
      return new Shown(clip.name(), trial.of(trial.encoded(clip)));
    }
  }

  /** The people in these recordings: a summary for each recording, and one of all. */
  List<Summary> people(List<Path> clips) throws IOException, InterruptedException {
    List<Summary> summaries = new ArrayList<>();
    for (Path clip : clips) {
      String name = String.valueOf(clip.getFileName()).replace(".mp4", "");
      List<Running> running = new ArrayList<>();
      for (List<Trial.Sent> window : Recordings.windows(clip, trial)) {
        String from = window.getFirst().millis() + " ms";
        running.add(start("live", from, () -> new Shown(name, trial.of(window))));
      }
      summaries.addAll(counted(name, running));
    }
    summaries.add(Summary.sum("all", "live", summaries));
    return summaries;
  }

  private Running start(String kind, String name, Callable<Shown> sequence) {
    return new Running(kind, name, workers.submit(sequence));
  }

  private List<Summary> counted(String set, List<Running> running)
      throws IOException, InterruptedException {
    Map<String, List<Verdict>> verdicts = new LinkedHashMap<>();
    for (Running sequence : running) {
      Shown shown = finished(sequence);
      verdicts.computeIfAbsent(sequence.kind(), _ -> new ArrayList<>()).add(shown.verdict());
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("set", set);
      line.put("kind", sequence.kind());
      line.put("sequence", sequence.name());
      line.put("source", shown.source());
      line.put("verdict", shown.verdict());
      log.write(JSON.writeValueAsString(line) + "\n");
      log.flush();
    }
    List<Summary> summaries = new ArrayList<>();
    verdicts.forEach((kind, seen) -> summaries.add(Summary.of(set, kind, seen)));
    return summaries;
  }

  private static Shown finished(Running sequence) throws InterruptedException {
    try {
      return sequence.shown().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("no result for " + sequence.name(), e.getCause());
    }
  }
}
