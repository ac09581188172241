package org.facedesk.engine.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.facedesk.engine.Calibration;
import org.facedesk.engine.Calibration.Content;
import org.facedesk.engine.Calibration.OperatingPoint;
import org.facedesk.engine.Calibration.Table;
import org.facedesk.engine.Template;

/**
 * Makes a {@link Calibration} from labelled templates: distances of all comparisons between
 * different people give the thresholds, those of different pictures of one person the probability.
 */
public final class CalibrationStudy {
  private static final double[] RATES = {1e-1, 3e-2, 1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5, 1e-5};

  /** A rate is given only if this many pairs of people are expected to be mistaken at it. */
  private static final int EVENTS = 20;

  /** Different choices of pictures fused for one person; more would only repeat themselves. */
  private static final int CHOICES = 4;

  private CalibrationStudy() {}

  /**
   * @param people single-sample templates by person
   * @param source where they come from, for the record
   */
  public static Calibration measure(Map<String, List<Template>> people, String source) {
    List<List<Template>> all = List.copyOf(people.values());
    String model = all.getFirst().getFirst().modelId();
    List<Table> tables = List.of(table(all, 1, 1), table(all, 3, 1), table(all, 3, 3));
    return new Calibration(new Content(model, true, source, tables));
  }

  private static Table table(List<List<Template>> people, int enrolled, int probe) {
    Distances other = new Distances();
    List<List<Template>> references = people.stream().map(p -> choices(p, enrolled)).toList();
    List<List<Template>> probes = people.stream().map(p -> choices(p, probe)).toList();
    long pairsOfPeople = 0;
    for (int a = 0; a < people.size(); a++) {
      for (int b = enrolled == probe ? a + 1 : 0; b < people.size(); b++) {
        if (a != b && !references.get(a).isEmpty() && !probes.get(b).isEmpty()) {
          pairsOfPeople++;
          compare(references.get(a), probes.get(b), other);
        }
      }
    }
    Distances mated = new Distances();
    people.forEach(person -> compareMated(person, enrolled, probe, mated));
    double[] sortedOther = other.sorted();
    double[] sortedMated = mated.sorted();
    List<OperatingPoint> points = new ArrayList<>();
    for (double rate : RATES) {
      if (rate * pairsOfPeople >= EVENTS) {
        double threshold = sortedOther[(int) (rate * sortedOther.length) - 1];
        int accepted = PairEvaluation.upperBound(sortedMated, threshold);
        points.add(
            new OperatingPoint(
                rate, rounded(threshold), rounded((double) accepted / sortedMated.length)));
      }
    }
    double[] logit = PlattScaling.fit(sortedMated, sortedOther);
    return new Table(
        enrolled,
        probe,
        sortedOther.length,
        sortedMated.length,
        points,
        rounded(logit[0]),
        rounded(logit[1]));
  }

  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }

  /** Fused templates of neighbouring pictures, or the single ones. */
  private static List<Template> choices(List<Template> pictures, int samples) {
    if (samples == 1) {
      return pictures;
    }
    List<Template> fused = new ArrayList<>();
    for (int at = 0; at + samples <= pictures.size() && fused.size() < CHOICES; at++) {
      fused.add(Template.fused(pictures.subList(at, at + samples)));
    }
    return fused;
  }

  private static void compare(List<Template> some, List<Template> others, DoubleConsumer sink) {
    for (Template a : some) {
      for (Template b : others) {
        sink.accept(a.distanceTo(b));
      }
    }
  }

  /** Every split of a person's pictures, turned round as in a circle, that shares no picture. */
  private static void compareMated(
      List<Template> pictures, int enrolled, int probe, DoubleConsumer sink) {
    int n = pictures.size();
    if (n < enrolled + probe) {
      return;
    }
    for (int start = 0; start < n; start++) {
      Template reference = around(pictures, start, enrolled);
      int last = n - enrolled - probe;
      for (int skip = 0; skip <= last; skip++) {
        if (enrolled != probe || start < (start + enrolled + skip) % n) {
          sink.accept(reference.distanceTo(around(pictures, start + enrolled + skip, probe)));
        }
      }
    }
  }

  private static Template around(List<Template> pictures, int start, int count) {
    List<Template> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(pictures.get((start + i) % pictures.size()));
    }
    return Template.fused(chosen);
  }

  /** Millions of numbers without a box around each. */
  private static final class Distances implements DoubleConsumer {
    private double[] values = new double[1024];
    private int size;

    @Override
    public void accept(double distance) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = distance;
    }

    double[] sorted() {
      double[] copy = Arrays.copyOf(values, size);
      Arrays.sort(copy);
      return copy;
    }
  }
}
