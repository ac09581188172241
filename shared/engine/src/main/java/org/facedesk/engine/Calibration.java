package org.facedesk.engine;

import java.util.Comparator;
import java.util.List;
import org.facedesk.core.ErrorCode;
import org.facedesk.core.FacedeskException;
import org.facedesk.models.ModelRole;
import org.facedesk.models.Models;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How distances between templates of one model are to be read. A threshold belongs to a model and
 * to the number of samples fused on both sides, because fusing makes mated distances smaller and
 * other ones less scattered.
 *
 * <p>Measured tables end where too few comparisons are left to count errors. Beyond that the
 * threshold goes on falling as in the last measured decade. That errs on the careful side: within
 * every table the steps per decade become smaller towards its end, so the real false match rate is
 * expected to be at most the one asked for. Sample counts between measured ones use the next higher
 * one, counts beyond the highest use the highest.
 *
 * <p>Immutable; safe for many threads.
 */
public final class Calibration {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  /**
   * What is stored.
   *
   * @param model id of the embedding model
   * @param mirrored whether samples were averaged with their mirror images
   * @param source what was measured on, in words
   */
  public record Content(String model, boolean mirrored, String source, List<Table> tables) {}

  /**
   * One combination of sample counts.
   *
   * @param enrolled samples in the stored template
   * @param probe samples in the one compared with it
   * @param nonMatedComparisons of different people
   * @param matedComparisons of different photos of one person
   * @param points by falling false match rate
   * @param logitOffset of the probability that a comparison is mated, equal priors
   * @param logitSlope change of that logit per unit of distance, negative
   */
  public record Table(
      int enrolled,
      int probe,
      long nonMatedComparisons,
      long matedComparisons,
      List<OperatingPoint> points,
      double logitOffset,
      double logitSlope) {}

  /**
   * @param falseMatchRate share of non-mated comparisons at or below the threshold
   * @param trueMatchRate share of mated ones
   */
  public record OperatingPoint(double falseMatchRate, double threshold, double trueMatchRate) {}

  private final Content content;

  /**
   * @throws IllegalArgumentException unless every table has at least two points, in falling order
   */
  public Calibration(Content content) {
    if (content.tables().isEmpty()) {
      throw new IllegalArgumentException("a calibration needs a table");
    }
    content.tables().forEach(Calibration::check);
    this.content = content;
  }

  /**
   * The calibration that belongs to the embedding model.
   *
   * @throws FacedeskException MODEL_MISSING, or MODEL_CORRUPT if it is of another model
   */
  public static Calibration load(Models models) {
    String embedder = models.entry(ModelRole.EMBEDDER).id();
    try {
      Content content = JSON.readValue(models.read(ModelRole.CALIBRATION), Content.class);
      if (!content.model().equals(embedder)) {
        throw new FacedeskException(
            ErrorCode.MODEL_CORRUPT,
            "the calibration is of model %s, not of %s".formatted(content.model(), embedder));
      }
      return new Calibration(content);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new FacedeskException(ErrorCode.MODEL_CORRUPT, "the calibration cannot be read", e);
    }
  }

  /** As it is stored. */
  public String toJson() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content);
  }

  public String modelId() {
    return content.model();
  }

  public Content content() {
    return content;
  }

  /**
   * The largest distance that is still a match.
   *
   * @param fmr false match rate of one comparison, above 0 and below 1
   * @return at least 0; never more than the table's largest threshold
   */
  public double threshold(int enrolledSamples, int probeSamples, double fmr) {
    if (!(fmr > 0 && fmr < 1)) {
      throw new IllegalArgumentException("a false match rate lies between 0 and 1: " + fmr);
    }
    List<OperatingPoint> points = table(enrolledSamples, probeSamples).points();
    if (fmr >= points.getFirst().falseMatchRate()) {
      return points.getFirst().threshold();
    }
    OperatingPoint last = points.getLast();
    if (fmr >= last.falseMatchRate()) {
      return interpolated(points, fmr);
    }
    double decadeUp = Math.min(10 * last.falseMatchRate(), points.getFirst().falseMatchRate());
    double step =
        (interpolated(points, decadeUp) - last.threshold())
            / Math.log10(decadeUp / last.falseMatchRate());
    return Math.max(0, last.threshold() - step * Math.log10(last.falseMatchRate() / fmr));
  }

  /** Linear in the rate's logarithm. */
  private static double interpolated(List<OperatingPoint> points, double fmr) {
    int i = 1;
    while (points.get(i).falseMatchRate() > fmr) {
      i++;
    }
    OperatingPoint above = points.get(i - 1);
    OperatingPoint below = points.get(i);
    double share =
        Math.log(fmr / below.falseMatchRate())
            / Math.log(above.falseMatchRate() / below.falseMatchRate());
    return below.threshold() + share * (above.threshold() - below.threshold());
  }

  /**
   * How probable it is, before anything else is known, that both templates are of one person.
   *
   * @return 0..1, falling with distance; 0.5 where both are equally probable
   */
  public double confidence(int enrolledSamples, int probeSamples, double distance) {
    Table table = table(enrolledSamples, probeSamples);
    return 1 / (1 + Math.exp(-(table.logitOffset() + table.logitSlope() * distance)));
  }

  /** Comparing is symmetric, so the side with more samples counts as the enrolled one. */
  private Table table(int enrolledSamples, int probeSamples) {
    int more = Math.max(enrolledSamples, probeSamples);
    int fewer = Math.min(enrolledSamples, probeSamples);
    Comparator<Table> bySamples =
        Comparator.comparingInt(Table::enrolled).thenComparingInt(Table::probe);
    return content.tables().stream()
        .filter(table -> table.enrolled() >= more && table.probe() >= fewer)
        .min(bySamples)
        .orElseGet(() -> content.tables().stream().max(bySamples).orElseThrow());
  }

  private static void check(Table table) {
    List<OperatingPoint> points = table.points();
    if (points.size() < 2 || !(table.logitSlope() < 0)) {
      throw new IllegalArgumentException("a calibration table is incomplete");
    }
    for (int i = 1; i < points.size(); i++) {
      boolean falling =
          points.get(i).falseMatchRate() < points.get(i - 1).falseMatchRate()
              && points.get(i).threshold() < points.get(i - 1).threshold();
      if (!falling || !(points.get(i).falseMatchRate() > 0)) {
        throw new IllegalArgumentException("calibration points must fall");
      }
    }
  }
}
