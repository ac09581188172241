package org.facedesk.engine.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.engine.Template;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of Labeled Faces in the Wild (Huang et al. 2007): pairs of pictures, ten folds, the
 * threshold learned on nine and judged on the tenth.
 */
public final class PairEvaluation {
  private static final int FOLDS = 10;

  /** Larger than any distance of unit vectors: what a pair gets when a face was not found. */
  private static final double NEVER = 3;

  private final TemplateExtraction extraction;

  public PairEvaluation(TemplateExtraction extraction) {
    this.extraction = extraction;
  }

  /**
   * @param pairsCsv as {@link PairList} reads it
   * @param images the folder that its paths are relative to
   * @throws FacedeskException INVALID_REQUEST for a list that cannot be read or has fewer than ten
   *     pairs of either kind
   */
  public PairReport evaluate(Path pairsCsv, Path images) throws IOException, InterruptedException {
    PairList list = PairList.read(pairsCsv);
    Map<String, Optional<Template>> templates = extraction.of(images, list.images());
    int failures = (int) templates.values().stream().filter(Optional::isEmpty).count();
    List<Double> mated = new ArrayList<>();
    List<Double> other = new ArrayList<>();
    for (PairList.Pair pair : list.pairs()) {
      Optional<Template> a = templates.getOrDefault(pair.imageA(), Optional.empty());
      Optional<Template> b = templates.getOrDefault(pair.imageB(), Optional.empty());
      double distance = a.isPresent() && b.isPresent() ? a.get().distanceTo(b.get()) : NEVER;
      (pair.same() ? mated : other).add(distance);
    }
    return report(values(mated), values(other), failures);
  }

  /**
   * The report for distances that are already known, in the order of the list: a fold is a tenth of
   * the mated and the same tenth of the other ones.
   */
  public static PairReport report(double[] mated, double[] other, int failures) {
    if (mated.length < FOLDS || other.length < FOLDS) {
      throw new FacedeskException(
          ErrorCode.INVALID_REQUEST, "ten folds need at least ten pairs of either kind");
    }
    double[] accuracies = new double[FOLDS];
    for (int fold = 0; fold < FOLDS; fold++) {
      double threshold =
          bestThreshold(sorted(split(mated, fold, false)), sorted(split(other, fold, false)));
      double[] testMated = split(mated, fold, true);
      double[] testOther = split(other, fold, true);
      long right = atMost(testMated, threshold) + testOther.length - atMost(testOther, threshold);
      accuracies[fold] = (double) right / (testMated.length + testOther.length);
    }
    double mean = Arrays.stream(accuracies).average().orElseThrow();
    double squares = Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum();
    double[] sortedOther = sorted(other);
    Map<String, @Nullable Double> tar = new LinkedHashMap<>();
    for (String far : List.of("1e-2", "1e-3", "1e-4")) {
      tar.put(far, trueMatchRate(mated, sortedOther, Double.parseDouble(far)));
    }
    return new PairReport(
        mated.length + other.length,
        failures,
        mean,
        Math.sqrt(squares / (FOLDS - 1)),
        areaUnderCurve(mated, sortedOther),
        tar);
  }

  private static @Nullable Double trueMatchRate(double[] mated, double[] sortedOther, double far) {
    int allowed = (int) Math.floor(far * sortedOther.length + 1e-9);
    if (allowed < 10) {
      return null;
    }
    double threshold = Math.nextDown(sortedOther[allowed]);
    return (double) atMost(mated, threshold) / mated.length;
  }

  /** The middle of the range, from first to last, of thresholds that separate the pairs best. */
  private static double bestThreshold(double[] mated, double[] other) {
    int best = -1;
    double low = 0;
    double high = 0;
    int below = 0;
    for (int i = 0; i < mated.length; i++) {
      while (below < other.length && other[below] <= mated[i]) {
        below++;
      }
      int right = i + 1 + other.length - below;
      if (right >= best) {
        low = right > best ? mated[i] : low;
        best = right;
        double nextOther = below < other.length ? other[below] : NEVER;
        double nextMated = i + 1 < mated.length ? mated[i + 1] : NEVER;
        high = Math.min(nextOther, nextMated);
      }
    }
    return (low + high) / 2;
  }

  /** Mann–Whitney: ties count half. */
  private static double areaUnderCurve(double[] mated, double[] sortedOther) {
    double wins = 0;
    for (double distance : mated) {
      int atMost = upperBound(sortedOther, distance);
      int below = upperBound(sortedOther, Math.nextDown(distance));
      wins += sortedOther.length - atMost + (atMost - below) / 2.0;
    }
    return wins / ((double) mated.length * sortedOther.length);
  }

  private static double[] split(double[] values, int fold, boolean inside) {
    int from = (int) ((long) values.length * fold / FOLDS);
    int to = (int) ((long) values.length * (fold + 1) / FOLDS);
    if (inside) {
      return Arrays.copyOfRange(values, from, to);
    }
    double[] rest = new double[values.length - (to - from)];
    System.arraycopy(values, 0, rest, 0, from);
    System.arraycopy(values, to, rest, from, values.length - to);
    return rest;
  }

  private static double[] sorted(double[] values) {
    double[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }

  private static long atMost(double[] values, double threshold) {
    return Arrays.stream(values).filter(v -> v <= threshold).count();
  }

  /** How many of the sorted values are at most this. */
  static int upperBound(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static double[] values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
